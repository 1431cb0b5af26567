package dev.lockjaw.run;

import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.wire.MemoryWire;

/**
 * Both ends of one connection, each a guarded session.
 *
 * @param wire between them
 */
public record SessionPair(SessionUnderTest client, SessionUnderTest server, MemoryWire wire) {}
