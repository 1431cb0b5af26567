/**
 * Executors, schedulers, timers and futures of woven code. In a run their threads are of that run,
 * and their waits and delays are the run's own.
 *
 * <p>Woven code makes a subclass of the JDK's class, such as {@link
 * dev.lockjaw.woven.pools.WovenPool}. What such an object holds in a run is kept beside it, in a
 * {@link dev.lockjaw.woven.pools.Crew} of that run, so that an executor in a static field is a new
 * one in each run. Outside of runs it is the JDK's.
 */
package dev.lockjaw.woven.pools;
