/**
 * What woven classes of a watched program call. The agent defines these classes in the boot loader
 * of the program, so they use nothing but the JDK and {@link dev.lockjaw.watch.event}. No hook
 * throws, waits for the reader of the log, or calls the program. Start with {@link
 * dev.lockjaw.watch.hook.WatchedThread}.
 */
package dev.lockjaw.watch.hook;
