/**
 * Everything that threads meet at: mutexes, words, waits and executors, each a scheduling point
 * under the explorer. These are the interfaces; implementations that run freely are in {@code
 * sync.direct}, those of a run in {@code explore} and {@code stress}. Start with {@link
 * dev.lockjaw.sync.Sync}.
 */
package dev.lockjaw.sync;
