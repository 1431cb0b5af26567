package dev.lockjaw.run;

import dev.lockjaw.session.Peer;
import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.wire.MemoryWire;
import org.apiguardian.api.API;

/**
 * A client session under test and its independent peer.
 *
 * @param wire between them
 */
@API(status = API.Status.STABLE)
public record Connection(SessionUnderTest session, Peer peer, MemoryWire wire) {}
