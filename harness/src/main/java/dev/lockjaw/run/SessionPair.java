package dev.lockjaw.run;

import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.wire.MemoryWire;
import org.apiguardian.api.API;

/**
 * Both ends of one connection, each a guarded session.
 *
 * @param wire between them
 */
@API(status = API.Status.STABLE)
public record SessionPair(SessionUnderTest client, SessionUnderTest server, MemoryWire wire) {}
