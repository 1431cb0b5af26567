/**
 * The explorer: one thread moves at a time, and the interleavings are enumerated in order of
 * preemptions. Start with {@link dev.lockjaw.explore.ControlledRun} and {@link
 * dev.lockjaw.explore.choice.Explorer}.
 */
@Machinery
package dev.lockjaw.explore;

import dev.lockjaw.mark.Machinery;
