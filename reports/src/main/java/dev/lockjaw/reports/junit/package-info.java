/** Results as JUnit XML, for CI servers. Start with {@link dev.lockjaw.reports.junit.JunitXml}. */
package dev.lockjaw.reports.junit;
