/** The summary as Markdown. Start with {@link dev.lockjaw.reports.markdown.SummaryMarkdown}. */
package dev.lockjaw.reports.markdown;
