/**
 * What woven classes of a watched program call. The agent puts this package on the boot class path
 * of the program, so it uses nothing but {@code java.base} and {@link dev.lockjaw.watch.event}. No
 * hook throws, waits for the reader of the log, or calls the program. Start with {@link
 * dev.lockjaw.watch.hook.WatchedThread}.
 */
package dev.lockjaw.watch.hook;
