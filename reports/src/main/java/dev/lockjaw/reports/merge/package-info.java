/**
 * Joins the results of shards as if one machine had run them, or says why they do not fit. It reads
 * and checks; the results that it returns are written by {@code reports.results}. Start with {@link
 * dev.lockjaw.reports.merge.Merge}.
 */
package dev.lockjaw.reports.merge;
