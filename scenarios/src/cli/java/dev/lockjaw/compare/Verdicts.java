package dev.lockjaw.compare;

import dev.lockjaw.result.Mode;
import java.util.List;
import java.util.Map;

/**
 * The findings of one tool about a strategy, on the transports of one thread contract.
 *
 * @param tool the mode in which it ran; never {@link Mode#REPLAY}
 * @param contract {@code SERIAL} or {@code DUPLEX}
 * @param transports that it ran on; {@code model} where the strategy was tested alone
 * @param passed scenarios that pass on all of these that can run them
 * @param failed the other scenarios that were run, each with the kinds of its findings; {@code
 *     error} for an error of Lockjaw itself
 * @param reason why nothing was run, and what would help, or why it was cut short; else null
 */
public record Verdicts(
    Mode tool,
    String contract,
    List<String> transports,
    List<String> passed,
    Map<String, List<String>> failed,
    String reason) {
  /** The tools, in the order in which they are shown. */
  public static final List<Mode> TOOLS =
      List.of(Mode.EXPLORE, Mode.STRESS, Mode.LINCHECK, Mode.JCSTRESS);

  public int run() {
    return passed.size() + failed.size();
  }

  /** Whether something was run and everything passed. */
  public boolean clean() {
    return failed.isEmpty() && !passed.isEmpty();
  }
}
