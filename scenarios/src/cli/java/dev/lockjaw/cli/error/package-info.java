/**
 * Exit codes, and the exceptions and texts of what goes wrong. Only the command line uses them; the
 * harness, the reports and the scenarios throw exceptions of their own, which {@code Failures}
 * turns into one line. Start with {@link dev.lockjaw.cli.error.ExitCode}.
 */
package dev.lockjaw.cli.error;
