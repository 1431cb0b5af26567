/**
 * Data races in woven code: two accesses, one a write, that no happens-before edge orders. {@link
 * dev.lockjaw.race.CheckedPoints} sees what a thread of a controlled run does, {@link
 * dev.lockjaw.race.Races} keeps what orders them.
 *
 * <p>The check is that of FastTrack (Flanagan and Freund, PLDI 2009): a vector clock for each
 * thread and for each thing that orders threads, and for each variable its last write and its last
 * reads. It follows the edges of the Java memory model (JLS 17.4.5). Code that is not woven may
 * order threads by means that cannot be seen; such a call counts as an edge.
 */
@Machinery
package dev.lockjaw.race;

import dev.lockjaw.mark.Machinery;
