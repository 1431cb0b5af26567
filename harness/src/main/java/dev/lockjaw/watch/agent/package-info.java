/**
 * The Java agent of {@code lockjaw watch}, which runs inside the watched program. Only its entry,
 * {@link dev.lockjaw.watch.agent.WatchAgent}, is on the program's class path; the rest and its ASM
 * are in a class loader of their own, so they never meet the program's. Start with {@link
 * dev.lockjaw.watch.agent.RecordingWeaver}.
 */
package dev.lockjaw.watch.agent;
