/**
 * What a command prints and writes at its end, and its exit code. It runs nothing; the formats of
 * the files belong to the reports. Start with {@link dev.lockjaw.cli.outcome.RunReport} and {@link
 * dev.lockjaw.cli.outcome.RunFiles}.
 */
package dev.lockjaw.cli.outcome;
