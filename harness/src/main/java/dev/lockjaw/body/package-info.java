/**
 * Whole test bodies: an ordinary test that starts its own threads and opens its own connections is
 * explored and replayed as a cell. Start with {@link dev.lockjaw.body.TestBody} and {@link
 * dev.lockjaw.body.LockjawExplorer}.
 */
package dev.lockjaw.body;
