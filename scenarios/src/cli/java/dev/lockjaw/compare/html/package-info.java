/**
 * The comparison as an HTML page, with plots. It computes no numbers; those are in {@code
 * dev.lockjaw.compare}. The frame of the page and its markup are those of {@code reports.html}.
 * Start with {@link dev.lockjaw.compare.html.ComparePage}.
 */
package dev.lockjaw.compare.html;
