package dev.lockjaw.run;

import com.google.auto.service.AutoService;
import dev.lockjaw.result.FindingKind;

/** Reports a free that was accepted and never done, and executors that outlive their session. */
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
    } else if (session.freeAccepted()) {
      run.report(
          FindingKind.LEAK, "the free of " + session.name() + " was accepted and never done");
    }
  }
}
