package dev.lockjaw.junit;

import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Style;
import dev.lockjaw.result.CellResult;
import java.util.List;
import java.util.function.Function;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What a result means to JUnit. */
final class Judgement {
  private static final int WIDTH = 100;

  private Judgement() {}

  /** Judges a test of sessions by the settings of its class. */
  static void of(CellResult result, Class<?> type) {
    of(result, mustExhaust(type), true, token -> ReplayHelp.ofSessions(token, type));
  }

  /**
   * @param mustExhaust whether a test that was cut short fails
   * @param mayAbort whether it is aborted, if it does not fail
   * @param replay gives lines that show how to replay a token
   * @throws AssertionFailedError with the explanation of all that was found
   * @throws TestAbortedException if nothing was run, or the exploration was cut short, with the
   *     reason: JUnit has no other outcome between pass and fail that its reports show and count
   */
  static void of(
      CellResult result,
      boolean mustExhaust,
      boolean mayAbort,
      Function<String, List<String>> replay) {
    switch (result.verdict()) {
      case PASS -> {
        if (Extents.matters(result) && !result.extent().exhausted()) {
          limited(result, mustExhaust, mayAbort);
        }
      }
      case FAIL ->
          throw new AssertionFailedError(Explanation.of(result, replay, WIDTH, Style.PLAIN));
      case SKIPPED -> {
        if (Extents.outOfTime(result) && mustExhaust) {
          throw new AssertionFailedError(asks(result.id().text() + ": " + reason(result)));
        }
        throw new TestAbortedException(reason(result));
      }
      case ERROR ->
          throw new IllegalStateException(
              result.id().text() + ": " + result.ending().blame() + ": " + reason(result));
    }
  }

  private static void limited(CellResult result, boolean mustExhaust, boolean mayAbort) {
    String text = result.id().text() + ": " + Extents.text(result);
    if (mustExhaust) {
      throw new AssertionFailedError(asks(text));
    }
    if (mayAbort && Extents.cutShort(result)) {
      throw new TestAbortedException(text + "; no finding so far, which is not a pass");
    }
  }

  private static boolean mustExhaust(Class<?> type) {
    return AnnotationSupport.findAnnotation(type, Lockjaw.class)
        .map(Lockjaw::exhaustive)
        .orElse(false);
  }

  private static String asks(String text) {
    return text + "; the test asks for exhaustive = true";
  }

  private static String reason(CellResult result) {
    return result.ending().text() == null
        ? "there was no time for a single schedule"
        : result.ending().text();
  }
}
