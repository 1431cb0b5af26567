/**
 * The lock strategies against a sequential session, with Lincheck's model checker. It has a class
 * path of its own and runs in a JVM of its own. Start with {@code Model} and {@code
 * GuardedSession}.
 */
package dev.lockjaw.lincheck;
