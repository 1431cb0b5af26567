package dev.lockjaw.wire;

import org.apiguardian.api.API;

/**
 * The byte pipe between the two ends of a TLS session, bounded in each direction.
 *
 * @param client the client's end
 * @param server the server's end
 */
@API(status = API.Status.STABLE)
public record Wire(WireEnd client, WireEnd server) {}
