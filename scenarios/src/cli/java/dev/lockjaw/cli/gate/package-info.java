/**
 * The commands that judge results of earlier runs: {@code gate}, {@code baseline} and {@code
 * merge}. They run no cell; the comparison itself is in {@code reports.baseline}. Start with {@link
 * dev.lockjaw.cli.gate.GateCommand}.
 */
package dev.lockjaw.cli.gate;
