/**
 * Results as JUnit XML, for CI servers. A test case is a cell, named as on the command line. Tests
 * of a user's own sessions are in {@code dev.lockjaw.junit}. Start with {@link
 * dev.lockjaw.reports.junit.JunitXml}.
 */
package dev.lockjaw.reports.junit;
