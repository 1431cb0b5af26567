/**
 * What a command prints and writes at its end. Start with {@link dev.lockjaw.cli.outcome.RunReport}
 * and {@link dev.lockjaw.cli.outcome.RunFiles}.
 */
package dev.lockjaw.cli.outcome;
