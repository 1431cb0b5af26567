package dev.lockjaw.run;

import com.google.auto.service.AutoService;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Makes the checks of the scenario, and reports a connection that they find broken. */
@AutoService(Oracle.class)
public final class ScenarioChecks implements Oracle {
  @Override
  public int order() {
    return 20;
  }

  @Override
  public void judge(FinishedRun run) {
    if (run.complete()) {
      run.checks().forEach(check -> make(check, run));
    }
  }

  private static void make(Stage.Check check, FinishedRun run) {
    try {
      check.run();
    } catch (IOException broken) {
      report(broken, run);
    } catch (UncheckedIOException broken) {
      report(broken.getCause(), run);
    }
  }

  private static void report(IOException broken, FinishedRun run) {
    String what = "the connection is broken afterwards";
    String message = what + ": " + broken.getMessage();
    run.report(
        FindingKind.RECORD_CORRUPTION,
        what,
        () -> new Finding(FindingKind.RECORD_CORRUPTION, message, List.of(), null));
  }
}
