package dev.lockjaw.compare;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.transport.ThreadContract;
import java.util.Set;

/**
 * A result, and the thread contracts to which it applies.
 *
 * @param contracts the contract of the transport. For a test of the strategy alone, the contracts
 *     under which it would be used in that way
 */
public record Judged(CellResult result, Set<ThreadContract> contracts) {}
