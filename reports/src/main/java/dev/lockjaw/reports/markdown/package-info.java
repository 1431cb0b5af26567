/**
 * The summary as Markdown, for the summary page of a CI server. The matrix and the counts are made
 * in {@code reports.text}; only their Markdown is written here. Start with {@link
 * dev.lockjaw.reports.markdown.SummaryMarkdown}.
 */
package dev.lockjaw.reports.markdown;
