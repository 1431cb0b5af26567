package dev.lockjaw.run;

import dev.lockjaw.session.Peer;
import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.wire.MemoryWire;

/**
 * A guarded client session and its independent peer.
 *
 * @param wire between them
 */
public record Connection(SessionUnderTest session, Peer peer, MemoryWire wire) {}
