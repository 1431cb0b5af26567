/** The comparison as an HTML page. Start with {@link dev.lockjaw.compare.html.ComparePage}. */
package dev.lockjaw.compare.html;
