/**
 * Choosers: they decide which actor moves next. {@link dev.lockjaw.explore.choice.Explorer}
 * enumerates the interleavings of a cell within a preemption bound, {@link
 * dev.lockjaw.explore.choice.PriorityChooser} draws them at random, and {@link
 * dev.lockjaw.explore.choice.Follower} repeats one.
 *
 * <p>A chooser sees numbers of actors and digests, never an actor or what it does. Start reading at
 * {@link dev.lockjaw.explore.choice.Chooser}.
 */
@Machinery
package dev.lockjaw.explore.choice;

import dev.lockjaw.mark.Machinery;
