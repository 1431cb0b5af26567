package dev.lockjaw.corpus;

import java.util.List;

/**
 * A thread that had part in a bug.
 *
 * @param doing what it waited for and who held that, or what it threw
 * @param held the locks it held, as far as the JVM keeps a record
 * @param stack outermost first
 */
public record ThreadSeen(String name, String doing, List<String> held, List<String> stack) {}
