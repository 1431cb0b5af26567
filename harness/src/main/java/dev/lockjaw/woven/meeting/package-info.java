/**
 * Where threads of woven code wait for each other: barriers, phasers, exchangers, and queues that
 * hand an element from one thread to another. In a run the waits are the run's own. Locks and
 * single waits are in {@code woven.calls}. Start with {@code WovenHandOff}.
 */
package dev.lockjaw.woven.meeting;
