/** Results as SARIF, for code hosts. Start with {@link dev.lockjaw.reports.sarif.SarifLog}. */
package dev.lockjaw.reports.sarif;
