/**
 * Runs in which the threads are not scheduled: they start together, with small random delays. Start
 * with {@link dev.lockjaw.stress.StressRun}.
 */
@Machinery
package dev.lockjaw.stress;

import dev.lockjaw.mark.Machinery;
