package dev.lockjaw.corpus;

import java.util.List;

/**
 * A thread that was involved in a bug.
 *
 * @param name of the thread
 * @param doing what it waited for and which thread held that, or what it threw
 * @param held the locks it held, as far as the JVM records them
 * @param stack outermost first
 */
public record ThreadSeen(String name, String doing, List<String> held, List<String> stack) {}
