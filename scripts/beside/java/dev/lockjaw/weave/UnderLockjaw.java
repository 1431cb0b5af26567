package dev.lockjaw.weave;

import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.campaign.Limits;
import dev.lockjaw.campaign.RunControl;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import dev.lockjaw.transport.Protocol;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Explores one session with Lockjaw, woven, at bound 2, and replays what it finds. */
final class UnderLockjaw {
  private static final int SECONDS = 3;
  private static final String STRATEGY = "strategy=";

  private UnderLockjaw() {}

  /**
   * @param args a session's simple name or {@code strategy=NAME}, a scenario, a transport, and the
   *     bound
   */
  public static void main(String[] args) throws Exception {
    int bound = Integer.parseInt(args[3]);
    Registry all = Registry.load(UnderLockjaw.class.getClassLoader());
    boolean strategy = args[0].startsWith(STRATEGY);
    Cell usual =
        Cell.of(
            one(all.scenarios(), some -> some.id(), args[1]),
            strategy
                ? one(all.strategies(), Locking::id, args[0].substring(STRATEGY.length()))
                : WovenCells.woven(args[0]),
            one(all.transports(), some -> some.id(), args[2]),
            Protocol.TLS_1_2);
    Cell cell = usual.freshSessions(true); // as the other tools have them
    CellResult result = SingleCell.explore(cell, Limits.exhaust(bound));
    if (result.ending().text() != null) {
      System.err.println(result.ending().text());
    }
    List<Finding> findings = result.findings();
    String replay = "-";
    if (!findings.isEmpty() && !strategy) {
      int shown = 0;
      for (int i = 0; i < 10; i++) {
        CellResult again = WovenCells.replay(args[0], findings.get(0).token());
        boolean shows =
            again.findings().stream().anyMatch(found -> found.kind() == findings.get(0).kind());
        shown += shows ? 1 : 0;
      }
      replay = shown + " of 10";
    }
    System.out.printf(
        Locale.ROOT,
        "RESULT %s|%d|%s|%s|%.0f|%s|%s%n",
        findings.isEmpty() ? "not found" : "found",
        result.counts().schedules(),
        findings.isEmpty() ? "-" : Long.toString(result.times().firstFindingSchedule()),
        findings.isEmpty()
            ? "-"
            : String.format(Locale.ROOT, "%.1f", result.times().firstFindingMs() / 1000),
        rate(cell, bound),
        result.extent().exhausted() ? "bound " + bound : "no",
        replay);
    System.exit(0);
  }

  /** Schedules a second when the same cell is explored again and again, without the first times. */
  private static double rate(Cell cell, int bound) throws Exception {
    long schedules = 0;
    double millis = 0;
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    try (InThisJvm runner = new InThisJvm()) {
      for (int i = 0; i < 3 || System.nanoTime() < end; i++) {
        CellResult again =
            runner.run(cell, () -> Limits.exhaust(bound), RunControl.NONE);
        if (i > 0) {
          schedules += again.counts().schedules();
          millis += again.times().elapsedMs();
        }
      }
    }
    return schedules / millis * 1000;
  }

  private static <T> T one(List<T> all, Function<T, String> id, String name) {
    return all.stream().filter(x -> id.apply(x).equals(name)).findFirst().orElseThrow();
  }
}
