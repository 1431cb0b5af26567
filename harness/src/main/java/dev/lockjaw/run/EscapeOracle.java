package dev.lockjaw.run;

import com.google.auto.service.AutoService;
import dev.lockjaw.arena.Culprit;
import dev.lockjaw.arena.Escape;
import dev.lockjaw.arena.Stacks;
import dev.lockjaw.mark.Marks;
import dev.lockjaw.monitor.RefusedEntryException;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.session.CallbackException;
import dev.lockjaw.sync.DoubleLockException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;
import java.util.List;

/**
 * Judges exceptions that actors threw. A null dereference is always a finding of its own. Any other
 * exception is a finding only if the run has none yet: otherwise it is a consequence of that one.
 */
@AutoService(Oracle.class)
public final class EscapeOracle implements Oracle {
  @Override
  public int order() {
    return 10;
  }

  @Override
  public void judge(FinishedRun run) {
    run.escapes().forEach(escape -> judge(escape, run));
  }

  private static void judge(Escape escape, FinishedRun run) {
    Throwable cause = cause(escape.exception());
    if (cause instanceof DoubleLockException || cause instanceof RefusedEntryException) {
      return; // reported where it was thrown
    }
    if (CallbackException.caused(cause)) {
      return; // the scenario's own
    }
    boolean npe = cause instanceof NullPointerException;
    if (!npe && run.failed()) {
      return;
    }
    FindingKind kind =
        npe
            ? FindingKind.NULL_DEREFERENCE
            : cause instanceof IOException
                ? FindingKind.RECORD_CORRUPTION
                : FindingKind.ESCAPED_EXCEPTION;
    run.report(
        kind,
        cause.getClass().getSimpleName() + " in " + escape.actor(),
        escape.step(),
        () -> finding(kind, escape, cause));
  }

  private static Throwable cause(Throwable escaped) {
    return escaped instanceof UncheckedIOException
            || escaped instanceof UndeclaredThrowableException
        ? escaped.getCause()
        : escaped;
  }

  private static Finding finding(FindingKind kind, Escape escape, Throwable cause) {
    Culprit culprit = escape.culprit();
    if (culprit != null) {
      return new Finding(
          kind,
          culprit.message(),
          List.of(evidence(escape, culprit.victim(), cause), culprit.other()),
          cause.toString());
    }
    String doing =
        switch (kind) {
          case NULL_DEREFERENCE ->
              inLockjaw(cause)
                  ? "used the session's engine after it was set to null"
                  : "used a reference that is null";
          case RECORD_CORRUPTION -> "got an error from the TLS stack: the connection is broken";
          default -> "ended with an exception";
        };
    return new Finding(
        kind,
        escape.actor() + " " + doing,
        List.of(evidence(escape, doing, cause)),
        cause.toString());
  }

  private static ThreadEvidence evidence(Escape escape, String doing, Throwable cause) {
    return new ThreadEvidence(
        escape.actor(), doing, List.of(), null, Stacks.trim(cause.getStackTrace()));
  }

  /** Whether an exception was thrown in a session of Lockjaw's own. */
  private static boolean inLockjaw(Throwable thrown) {
    StackTraceElement[] stack = thrown.getStackTrace();
    return stack.length > 0 && Marks.ours(stack[0].getClassName());
  }
}
