package dev.lockjaw.adapter;

import dev.lockjaw.arena.Stacks;
import dev.lockjaw.result.Act;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import java.io.UncheckedIOException;
import java.lang.reflect.UndeclaredThrowableException;

/**
 * What a session threw once its free was called, as a step: it is no finding, but may explain one.
 */
final class Thrown {
  private static final Act UNSAID = Act.other("throws");

  private Thrown() {}

  /**
   * The step.
   *
   * @param recording whether anyone will read it
   */
  static Act step(Throwable thrown, boolean recording) {
    return recording ? Act.other("throws " + text(thrown)) : UNSAID;
  }

  /** Whether the explorer has let a wait of the run time out before. */
  static boolean inHaste() {
    Points here = Points.here();
    return here != null && here.hurried();
  }

  private static String text(Throwable thrown) {
    if (thrown.getCause() != null
        && (thrown instanceof UncheckedIOException
            || thrown instanceof UndeclaredThrowableException)) {
      return text(thrown.getCause());
    }
    String what = thrown.getClass().getSimpleName();
    String said = thrown.getMessage() == null ? what : what + ": " + thrown.getMessage();
    return Stacks.trim(thrown.getStackTrace()).stream()
        .filter(frame -> frame.getModuleName() == null && frame.getLineNumber() > 0)
        .findFirst()
        .map(frame -> said + ", in " + place(frame))
        .orElse(said);
  }

  private static String place(StackTraceElement frame) {
    String type = frame.getClassName();
    return Site.where(
        type.substring(type.lastIndexOf('.') + 1), frame.getMethodName(), frame.getLineNumber());
  }
}
