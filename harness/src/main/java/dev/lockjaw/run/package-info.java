/**
 * Scenarios, and one run of a cell: the stage on which a scenario is arranged, its payload checks,
 * and the oracles of a finished run. Many runs belong to {@code campaign}. Start with {@link
 * dev.lockjaw.run.Scenario} and {@link dev.lockjaw.run.Stage}.
 */
package dev.lockjaw.run;
