package dev.lockjaw.jcstress;

import dev.lockjaw.jcstress.Machine.Fork;
import java.util.ArrayList;
import java.util.List;

/**
 * Divides the time. Each cell runs in as many JVMs as there is time for. Each JVM runs long enough
 * for its compilers.
 */
final class Plan {
  private static final int SHORTEST_MS = 500;
  private static final int LONGEST_MS = 5_000;

  /** A cell with at least this much time gets one JVM for each way to compile. */
  private static final int AMPLE_MS = 3_000;

  /**
   * Both compilers, which is the JVM's default; the same with the fences that free-aware's visitors
   * need without membarrier; the first compiler only; no compiler. Each orders accesses
   * differently.
   */
  private static final List<List<String>> COMPILERS =
      List.of(
          List.of(),
          List.of("-Dlockjaw.membarrier=off"),
          List.of("-XX:TieredStopAtLevel=1"),
          List.of("-Xint"));

  /** The time of a JVM before and after its test. A guess, until some have run. */
  private double overheadMs = 1_300;

  /**
   * The forks of a cell.
   *
   * @param millis the cell's time in milliseconds
   */
  List<Fork> forks(Family family, long millis) {
    List<List<String>> compilers =
        family.isModel() ? COMPILERS : COMPILERS.subList(0, 1); // TLS would take far too long
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

  /** Records how long all these forks took together. */
  void took(List<Fork> forks, double millis) {
    double ran = forks.stream().mapToInt(Fork::millis).sum();
    overheadMs = (overheadMs + Math.max(0, millis - ran) / forks.size()) / 2;
  }
}
