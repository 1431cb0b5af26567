package dev.lockjaw.wire;

/**
 * The byte pipe between the two ends of a TLS session, bounded in either direction.
 *
 * @param client the client's end
 * @param server the server's end
 */
public record Wire(WireEnd client, WireEnd server) {}
