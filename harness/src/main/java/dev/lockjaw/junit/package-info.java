/**
 * JUnit tests of a user's own sessions. Users write {@link dev.lockjaw.junit.LockjawTest}, {@link
 * dev.lockjaw.junit.Lockjaw} and {@link dev.lockjaw.junit.Replay}; the rest turns them into tests.
 * How a cell is explored belongs to {@code campaign}.
 */
package dev.lockjaw.junit;
