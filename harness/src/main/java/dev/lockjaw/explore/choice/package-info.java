/**
 * Choosers: they decide which actor moves next. {@link dev.lockjaw.explore.choice.Explorer}
 * enumerates the interleavings of a cell within a preemption bound, each {@link
 * dev.lockjaw.explore.choice.RandomChooser} draws one, and {@link
 * dev.lockjaw.explore.choice.Follower} repeats one.
 *
 * <p>A chooser sees numbers and digests of actors, never an actor itself. Start reading at {@link
 * dev.lockjaw.explore.choice.Chooser}.
 */
@Machinery
package dev.lockjaw.explore.choice;

import dev.lockjaw.mark.Machinery;
