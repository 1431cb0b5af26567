/**
 * Rundown protection that costs an operation one write to a cache line of its own. The gate that
 * the explorer explores is {@code CountedRundown} in {@code sync}. Start with {@link
 * dev.lockjaw.sync.rundown.Rundowns}.
 */
package dev.lockjaw.sync.rundown;
