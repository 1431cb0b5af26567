/**
 * What woven code calls in place of the JDK's locks, waits, threads, executors and clocks. Each
 * method stands for the JDK's method of its name, and calls that on a thread of no run.
 *
 * <p>The real lock is the state: a thread waits until the lock says that it is free, and then takes
 * it for real, so that the JVM and code that is not woven see the same owner.
 */
@Machinery
package dev.lockjaw.woven.calls;

import dev.lockjaw.mark.Machinery;
