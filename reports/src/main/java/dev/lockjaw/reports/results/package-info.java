/**
 * The results file, written and read cell by cell, and a cell's result beside what was expected of
 * it. What is shown of it belongs to the other packages of reports. Start with {@link
 * dev.lockjaw.reports.results.ResultsFile}.
 */
package dev.lockjaw.reports.results;
