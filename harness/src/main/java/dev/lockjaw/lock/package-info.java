/**
 * The lock strategies, one class each, with what each promises and where it comes from. A strategy
 * gets its locks from {@link dev.lockjaw.sync.Sync} and knows no transport. Start with {@link
 * dev.lockjaw.lock.LockStrategy} and {@code PlainLock}.
 */
package dev.lockjaw.lock;
