package dev.lockjaw.junit;

import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Style;
import dev.lockjaw.result.CellResult;
import java.util.List;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/** What a result means to JUnit. */
final class Judgement {
  private static final int WIDTH = 100;

  private Judgement() {}

  /**
   * @throws AssertionFailedError with the explanation of all that was found
   * @throws TestAbortedException if nothing was run, with the reason
   */
  static void of(CellResult result, Class<?> type) {
    switch (result.verdict()) {
      case PASS -> {}
      case FAIL -> throw new AssertionFailedError(explanation(result, type));
      case SKIPPED -> throw new TestAbortedException(reason(result));
      case ERROR ->
          throw new IllegalStateException(
              result.id().text() + ": Lockjaw failed: " + reason(result));
    }
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
