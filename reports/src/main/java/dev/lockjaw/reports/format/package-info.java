/**
 * What a report is made of, and the seam for further formats. An implementation lives with what it
 * writes: {@code reports.html}, {@code reports.junit}, {@code reports.sarif}, {@code
 * reports.markdown}, {@code reports.text}. Start at {@link ReportFormat}.
 */
package dev.lockjaw.reports.format;
