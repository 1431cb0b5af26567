/**
 * The bounded byte pipe between the two ends of a connection, in memory or over loopback TCP. Ends
 * never block; callers wait. No TLS lives here. Start with {@link dev.lockjaw.wire.WireEnd}.
 */
package dev.lockjaw.wire;
