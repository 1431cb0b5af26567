/**
 * JMH benchmarks of the lock strategies. It has a class path of its own and runs in a JVM of its
 * own. Start with {@link dev.lockjaw.jmh.SessionThroughput}.
 */
package dev.lockjaw.jmh;
