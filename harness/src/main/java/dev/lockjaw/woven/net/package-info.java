/**
 * A network in memory for woven code that starts its own threads: channels, selectors and sockets
 * that reach each other by port, within one run. Nothing real is opened. Each wait is one of the
 * run, and what the JDK says of its channels holds for these.
 *
 * <p>Start with {@link dev.lockjaw.woven.net.NetworkCalls} and {@link
 * dev.lockjaw.woven.net.MemoryChannel}.
 */
package dev.lockjaw.woven.net;
