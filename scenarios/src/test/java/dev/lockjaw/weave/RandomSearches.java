package dev.lockjaw.weave;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.PriorityChooser;
import dev.lockjaw.explore.choice.RandomChooser;
import dev.lockjaw.explore.choice.SamplingChooser;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Trial;
import dev.lockjaw.transport.EndpointPairs;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.woven.Learned;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * Counts how many random schedules it takes to show each wrong session of {@link
 * WovenSessionsTest}, by each way to draw them.
 */
final class RandomSearches {
  /** Schedules after which a search is given up. */
  private static final int MOST = 300;

  /** Schedules beforehand, in which the places are learned at which threads meet. */
  private static final int LEARNING = 20;

  private static final int DECISIONS = 40;

  private RandomSearches() {}

  /**
   * @param args the number of searches for each session and way
   */
  public static void main(String[] args) throws Exception {
    int searches = Integer.parseInt(args[0]);
    Map<String, LongFunction<RandomChooser>> ways = new LinkedHashMap<>();
    ways.put("PCT", seed -> new PriorityChooser(seed, DECISIONS));
    ways.put("POS", SamplingChooser::new);
    System.out.printf("%-28s", "session");
    ways.keySet().forEach(way -> System.out.printf("%12s %6s", way, "missed"));
    System.out.println();
    double[] all = new double[ways.size()];
    int[] missed = new int[ways.size()];
    int sessions = 0;
    for (String line : WovenSessionsTest.WRONG.lines().toList()) {
      String[] parts = line.strip().split(" *\\| *");
      if (parts[0].contains("Spin") || parts[2].equals("DATA_RACE")) {
        continue; // a loop without an end takes too long to draw again and again
      }
      sessions++;
      System.out.printf("%-28s", parts[0]);
      Cell cell = WovenCells.cell(parts[1], WovenCells.woven(parts[0]));
      int way = 0;
      for (LongFunction<RandomChooser> draws : ways.values()) {
        int[] counts = search(cell, draws, searches);
        double mean = Arrays.stream(counts).average().orElseThrow();
        int lost = (int) Arrays.stream(counts).filter(count -> count == MOST).count();
        System.out.printf("%12.1f %6d", mean, lost);
        all[way] += Math.log(mean);
        missed[way++] += lost;
      }
      System.out.println();
    }
    System.out.printf("%-28s", "geometric mean, all missed");
    for (int way = 0; way < all.length; way++) {
      System.out.printf("%12.1f %6d", Math.exp(all[way] / sessions), missed[way]);
    }
    System.out.println();
    System.exit(0);
  }

  /** How many schedules each search took. */
  private static int[] search(Cell cell, LongFunction<RandomChooser> draws, int searches)
      throws Exception {
    int[] counts = new int[searches];
    Learned learned = new Learned();
    Tls tls = cell.transport().open(cell.protocol());
    try (EndpointPairs pairs = EndpointPairs.fresh(tls);
        ActorThreads workers = new ActorThreads()) {
      for (int i = 0; i < LEARNING; i++) {
        Trial.run(cell, pairs, workers, new SamplingChooser(i), false, learned);
      }
      for (int i = 0; i < searches; i++) {
        boolean found = false;
        while (!found && counts[i] < MOST) {
          long seed = (i + 1) * 1_000_003L + counts[i]++;
          found =
              Trial.run(cell, pairs, workers, draws.apply(seed), false, learned)
                  .sightings()
                  .stream()
                  .anyMatch(sighting -> sighting.kind() != FindingKind.DATA_RACE);
        }
      }
    }
    return counts;
  }
}
