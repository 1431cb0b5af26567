/**
 * Runs in which the threads are not scheduled: they start together, with small random delays. How
 * often a cell is run, and for how long, is decided in {@code campaign}. Start with {@link
 * dev.lockjaw.stress.StressRun}.
 */
@Machinery
package dev.lockjaw.stress;

import dev.lockjaw.mark.Machinery;
