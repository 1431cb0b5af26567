package dev.lockjaw.jcstress;

import dev.lockjaw.jcstress.Machine.Fork;
import java.util.ArrayList;
import java.util.List;

/**
 * How the time is spent: each cell in as many JVMs as there is time for, of which each runs long
 * enough for the compilers.
 */
final class Plan {
  private static final int SHORTEST_MS = 500;
  private static final int LONGEST_MS = 5_000;

  /** A JVM with a share as long as this is split into one for each way to compile. */
  private static final int AMPLE_MS = 3_000;

  /**
   * Both compilers, as a JVM goes by itself; the same with the fences that free-aware's visitors
   * need where there is no membarrier; the first compiler alone; none. Each orders accesses its
   * way.
   */
  private static final List<List<String>> COMPILERS =
      List.of(
          List.of(),
          List.of("-Dlockjaw.membarrier=off"),
          List.of("-XX:TieredStopAtLevel=1"),
          List.of("-Xint"));

  /** Of a JVM, before and after it runs the test: a guess, until some have run. */
  private double overheadMs = 1_300;

  /**
   * The forks of a cell.
   *
   * @param millis the time there is for it
   */
  List<Fork> forks(Family family, long millis) {
    List<List<String>> compilers =
        family.isModel() ? COMPILERS : COMPILERS.subList(0, 1); // TLS takes ages otherwise
    List<Fork> forks = new ArrayList<>();
    long count = Math.max(1, millis / AMPLE_MS);
    for (int i = 0; i < Math.min(count, 64); i++) {
      double run = (double) millis / count - overheadMs;
      forks.add(
          new Fork(
              compilers.get(i % compilers.size()),
              (int) Math.max(SHORTEST_MS, Math.min(LONGEST_MS, run))));
    }
    return forks;
  }

  /** Takes note of how long forks took in all. */
  void took(List<Fork> forks, double millis) {
    double ran = forks.stream().mapToInt(Fork::millis).sum();
    overheadMs = (overheadMs + Math.max(0, millis - ran) / forks.size()) / 2;
  }
}
