package dev.lockjaw.result;

import java.io.Serializable;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The passing interleaving nearest to one that fails: it makes one choice differently, undoes the
 * latest switch of threads that it can, and then follows the default. Immutable.
 *
 * @param tried how many other interleavings were run to find it
 * @param token replays it; null if none of those that were tried passes
 * @param same how many steps from the first on are the same in both
 * @param steps what it does next, up to where the difference can be seen
 * @param more how many steps follow those until it ends
 */
@API(status = API.Status.STABLE)
public record Passing(int tried, String token, int same, List<Step> steps, int more)
    implements Serializable {
  public Passing {
    steps = List.copyOf(steps);
  }

  /** None of so many interleavings passes. */
  public static Passing none(int tried) {
    return new Passing(tried, null, 0, List.of(), 0);
  }

  /** Whether one was found. */
  public boolean found() {
    return token != null;
  }
}
