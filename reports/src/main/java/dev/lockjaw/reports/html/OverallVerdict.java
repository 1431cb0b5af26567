package dev.lockjaw.reports.html;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.text.OutcomeCounts;

/**
 * The verdict of a run, in a sentence.
 *
 * @param tone {@code good}, {@code bad} or {@code known}, which is neither
 * @param sign a symbol for the tone
 */
record OverallVerdict(String tone, String sign, String sentence) {
  static OverallVerdict of(OutcomeCounts counts) {
    if (counts.cells() == counts.skipped()) {
      return new OverallVerdict("bad", "✕", "Nothing was run");
    }
    if (counts.errors() > 0) {
      return new OverallVerdict(
          "bad",
          "✕",
          "Nothing is proved: " + Text.count(counts.errors(), "cell") + " ended with an error");
    }
    if (counts.unexpected() > 0) {
      return new OverallVerdict(
          "bad",
          "✕",
          Text.count(counts.unexpected(), "cell")
              + (counts.unexpected() == 1 ? " fails that isn't" : " fail that aren't")
              + " expected to");
    }
    if (counts.gone() > 0) {
      return new OverallVerdict(
          "known",
          "!",
          "Nothing new, and "
              + Text.count(counts.gone(), "cell")
              + (counts.gone() == 1 ? " passes" : " pass")
              + " that used to fail");
    }
    if (counts.cutShort() + counts.notReached() > 0) {
      return new OverallVerdict("known", "…", "Nothing unexpected, as far as the run went");
    }
    if (counts.failed() > 0) {
      return new OverallVerdict(
          "good",
          "✓",
          "As expected: "
              + counts.passed()
              + " pass, "
              + Text.count(counts.failed(), "known failure"));
    }
    return new OverallVerdict("good", "✓", "Everything that was run passes");
  }
}
