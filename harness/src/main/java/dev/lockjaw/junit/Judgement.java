package dev.lockjaw.junit;

import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Style;
import dev.lockjaw.result.CellResult;
import java.util.List;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What a result means to JUnit. */
final class Judgement {
  private static final int WIDTH = 100;

  private Judgement() {}

  /**
   * @throws AssertionFailedError with the explanation of all that was found
   * @throws TestAbortedException if nothing was run, or the exploration was cut short, with the
   *     reason: JUnit has no other outcome between pass and fail that its reports show and count
   */
  static void of(CellResult result, Class<?> type) {
    switch (result.verdict()) {
      case PASS -> {
        if (Extents.matters(result) && !result.extent().exhausted()) {
          limited(result, type);
        }
      }
      case FAIL -> throw new AssertionFailedError(explanation(result, type));
      case SKIPPED -> {
        if (Extents.outOfTime(result) && mustExhaust(type)) {
          throw new AssertionFailedError(asks(result.id().text() + ": " + reason(result)));
        }
        throw new TestAbortedException(reason(result));
      }
      case ERROR ->
          throw new IllegalStateException(
              result.id().text() + ": " + result.ending().blame() + ": " + reason(result));
    }
  }

  private static void limited(CellResult result, Class<?> type) {
    String text = result.id().text() + ": " + Extents.text(result);
    if (mustExhaust(type)) {
      throw new AssertionFailedError(asks(text));
    }
    if (Extents.cutShort(result)) {
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

  private static String explanation(CellResult result, Class<?> type) {
    return Explanation.of(
        result,
        token ->
            List.of(
                "  in a debugger or for good: @Replay(\"" + token + "\") on a test method",
                "  from Maven: mvn test -Dtest="
                    + type.getSimpleName()
                    + " -D"
                    + Scenarios.REPLAY
                    + '='
                    + token),
        WIDTH,
        Style.PLAIN);
  }
}
