/**
 * JMH benchmarks of the lock strategies, and the program that times single sends. It has a class
 * path of its own and runs in a JVM of its own; nothing else may depend on it. Start with {@link
 * dev.lockjaw.jmh.SessionThroughput}.
 */
package dev.lockjaw.jmh;
