package dev.lockjaw.compare;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.transport.ThreadContract;
import java.util.Set;

/**
 * A result, and the thread contracts it says something of.
 *
 * @param contracts that of the transport; of what tests a strategy by itself, those under which it
 *     would be used so
 */
public record Judged(CellResult result, Set<ThreadContract> contracts) {}
