package dev.lockjaw.body;

import dev.lockjaw.arena.Escape;
import dev.lockjaw.arena.Stacks;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.run.FinishedRun;
import dev.lockjaw.run.Oracle;
import java.util.List;

/** Reports what a thread of a test body threw and nothing caught: a failed assertion, say. */
final class EscapesOfBody implements Oracle {
  @Override
  public void judge(FinishedRun run) {
    run.escapes().forEach(escape -> judge(escape, run));
  }

  private static void judge(Escape escape, FinishedRun run) {
    Throwable thrown = escape.exception();
    boolean npe = thrown instanceof NullPointerException;
    if (!npe && run.failed()) {
      return; // what was reported explains it
    }
    FindingKind kind = npe ? FindingKind.NULL_DEREFERENCE : FindingKind.ESCAPED_EXCEPTION;
    run.report(
        kind,
        thrown.getClass().getSimpleName() + " in " + escape.actor(),
        escape.step(),
        () -> finding(kind, escape, thrown));
  }

  private static Finding finding(FindingKind kind, Escape escape, Throwable thrown) {
    String doing = "ended with an exception";
    return new Finding(
        kind,
        escape.actor() + ' ' + doing,
        List.of(
            new ThreadEvidence(
                escape.actor(), doing, List.of(), null, Stacks.trim(thrown.getStackTrace()))),
        thrown.toString());
  }
}
