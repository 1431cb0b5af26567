package dev.lockjaw.result;

import java.io.Serializable;
import org.apiguardian.api.API;

/**
 * How much of a cell's interleavings was explored.
 *
 * @param preemptions the bound: switches away from a thread that could have continued, at most
 * @param exhausted whether every interleaving within the bound was run
 */
@API(status = API.Status.STABLE)
public record Extent(int preemptions, boolean exhausted) implements Serializable {
  /** A cell that was not explored, or was run in a mode that has no bound. */
  public static final Extent NONE = new Extent(0, false);
}
