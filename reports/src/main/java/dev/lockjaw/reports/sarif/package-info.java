/**
 * Results as SARIF, for code hosts. A result is a finding at the user's innermost frame; which
 * frames are the user's is decided in {@code reports.format}. Start with {@link
 * dev.lockjaw.reports.sarif.SarifLog}.
 */
package dev.lockjaw.reports.sarif;
