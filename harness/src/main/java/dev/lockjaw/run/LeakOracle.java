package dev.lockjaw.run;

import com.google.auto.service.AutoService;
import dev.lockjaw.monitor.Resources;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.util.List;

/**
 * Reports a free that was accepted and never done, and what outlives its session: executors, and
 * resources that were never given back.
 */
@AutoService(Oracle.class)
public final class LeakOracle implements Oracle {
  @Override
  public int order() {
    return 30;
  }

  @Override
  public void judge(FinishedRun run) {
    if (run.complete()) {
      run.sessions().forEach(session -> judge(session, run));
    }
  }

  private static void judge(FinishedSession session, FinishedRun run) {
    if (session.freed()) {
      for (String executor : session.runningExecutors()) {
        run.report(
            FindingKind.LEAK,
            session.name() + " was freed and its executor " + executor + " still runs");
      }
      if (session.freeAccepted()) { // and not only hung up, after an error
        run.kept(session).forEach(kept -> judge(session, kept, run));
      }
    } else if (session.freeAccepted()) {
      run.report(
          FindingKind.LEAK, "the free of " + session.name() + " was accepted and never done");
    }
  }

  private static void judge(FinishedSession session, Resources.Kept kept, FinishedRun run) {
    String what = session.name() + " was freed, and " + kept.name() + " was never given back";
    run.report(
        FindingKind.LEAK,
        what,
        () -> new Finding(FindingKind.LEAK, what, List.of(kept.taker()), null));
  }
}
