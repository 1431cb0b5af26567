/**
 * Failures as text: a finding in full, the command that shows it again, and text that fits a
 * terminal. Formats of files belong to the reports. Start with {@link
 * dev.lockjaw.explain.Explanation}.
 */
package dev.lockjaw.explain;
