package dev.lockjaw.compare;

import java.util.List;
import java.util.Map;

/**
 * What a strategy came to on the transports of one thread contract.
 *
 * @param contract {@code SERIAL} or {@code DUPLEX}
 * @param transports that were explored
 * @param passed scenarios that pass on all of these that can run them
 * @param failed the other scenarios that were run, each with the kinds of what was found; of an
 *     error of Lockjaw's own, {@code error}
 */
public record Verdicts(
    String contract,
    List<String> transports,
    List<String> passed,
    Map<String, List<String>> failed) {

  public int run() {
    return passed.size() + failed.size();
  }

  /** Whether something was run and everything passed. */
  public boolean clean() {
    return failed.isEmpty() && !passed.isEmpty();
  }
}
