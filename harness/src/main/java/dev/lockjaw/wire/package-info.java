/**
 * The bounded byte pipe between the two ends of a connection, in memory or over loopback TCP. An
 * end never blocks; its caller waits. No TLS lives here, and no scheduling point. Start with {@link
 * dev.lockjaw.wire.WireEnd}.
 */
package dev.lockjaw.wire;
