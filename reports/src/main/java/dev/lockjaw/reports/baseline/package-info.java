/**
 * What is expected of cells, and the gate that compares results with it. Start with {@link
 * dev.lockjaw.reports.baseline.Expectations} and {@link dev.lockjaw.reports.baseline.Gate}.
 */
package dev.lockjaw.reports.baseline;
