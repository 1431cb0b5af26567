/**
 * Exit codes, and the exceptions and texts of what goes wrong. Start with {@link
 * dev.lockjaw.cli.error.ExitCode}.
 */
package dev.lockjaw.cli.error;
