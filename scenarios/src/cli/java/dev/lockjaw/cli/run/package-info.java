/**
 * The command {@code run}. It reads its options and opens the results file; {@code cli.execution}
 * runs the cells, and {@code cli.outcome} reports them. Start with {@link
 * dev.lockjaw.cli.run.RunCommand}.
 */
package dev.lockjaw.cli.run;
