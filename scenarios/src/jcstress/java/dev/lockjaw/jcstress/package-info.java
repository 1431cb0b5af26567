/**
 * The lock strategies under jcstress, at the level of the memory model. It has a class path of its
 * own and runs in a JVM of its own; nothing else may depend on it. Start with {@code Family} and
 * {@code Race}.
 */
package dev.lockjaw.jcstress;
