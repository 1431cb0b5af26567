/**
 * The commands that judge results of earlier runs: {@code gate}, {@code baseline} and {@code
 * merge}. Start with {@link dev.lockjaw.cli.gate.GateCommand}.
 */
package dev.lockjaw.cli.gate;
