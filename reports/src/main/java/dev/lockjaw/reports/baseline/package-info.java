/**
 * What is expected of cells, and the gate that compares results with it. Nothing here prints or
 * decides an exit code. Start with {@link dev.lockjaw.reports.baseline.Expectations} and {@link
 * dev.lockjaw.reports.baseline.Gate}.
 */
package dev.lockjaw.reports.baseline;
