package dev.lockjaw.run;

import dev.lockjaw.session.SessionUnderTest;
import dev.lockjaw.wire.MemoryWire;
import org.apiguardian.api.API;

/**
 * The two ends of one connection, each a session under test.
 *
 * @param wire between them
 */
@API(status = API.Status.STABLE)
public record SessionPair(SessionUnderTest client, SessionUnderTest server, MemoryWire wire) {}
