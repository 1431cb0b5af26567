package dev.lockjaw.run;

import dev.lockjaw.session.Session;
import dev.lockjaw.wire.MemoryWire;

/**
 * Both ends of one connection, each a guarded session.
 *
 * @param wire between them
 */
public record SessionPair(Session client, Session server, MemoryWire wire) {}
