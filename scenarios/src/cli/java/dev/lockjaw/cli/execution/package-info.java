/**
 * Runs the cells of a command: explored or stressed in child JVMs, or by jcstress and Lincheck. It
 * returns results; what is printed at the end of a command is in {@code cli.outcome}. Start with
 * {@link dev.lockjaw.cli.execution.Exploration}.
 */
package dev.lockjaw.cli.execution;
