/**
 * Results as text: the matrix, the summary and the line of a cell. Other formats use its signs and
 * orders. A failure in full is text of {@code explain}. Start with {@link
 * dev.lockjaw.reports.text.Matrix}.
 */
package dev.lockjaw.reports.text;
