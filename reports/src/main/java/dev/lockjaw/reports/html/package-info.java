/**
 * The report as one HTML file that needs no network. Scripts and styles are resources, named in the
 * page's content security policy by their hashes. Start with {@link
 * dev.lockjaw.reports.html.HtmlReport}.
 */
package dev.lockjaw.reports.html;
