package dev.lockjaw.reports.html;

import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.Counts;

/**
 * What a run came to, in a sentence.
 *
 * @param tone {@code good}, {@code bad} or {@code known}, which is neither
 * @param sign that says the same
 */
record Judgement(String tone, String sign, String sentence) {
  static Judgement of(Counts counts) {
    if (counts.cells() == counts.skipped()) {
      return new Judgement("bad", "✕", "Nothing was run");
    }
    if (counts.errors() > 0) {
      return new Judgement(
          "bad", "✕", "Lockjaw itself failed at " + Text.count(counts.errors(), "cell"));
    }
    if (counts.unexpected() > 0) {
      return new Judgement(
          "bad",
          "✕",
          Text.count(counts.unexpected(), "cell")
              + (counts.unexpected() == 1 ? " fails that isn't" : " fail that aren't")
              + " expected to");
    }
    if (counts.gone() > 0) {
      return new Judgement(
          "known",
          "!",
          "Nothing new, and "
              + Text.count(counts.gone(), "cell")
              + (counts.gone() == 1 ? " passes" : " pass")
              + " that used to fail");
    }
    if (counts.cutShort() + counts.notReached() > 0) {
      return new Judgement("known", "…", "Nothing unexpected, as far as the run went");
    }
    if (counts.failed() > 0) {
      return new Judgement(
          "good",
          "✓",
          "As expected: "
              + counts.passed()
              + " pass, "
              + counts.failed()
              + (counts.failed() == 1 ? " fails as known" : " fail as known"));
    }
    return new Judgement("good", "✓", "Everything that was run passes");
  }
}
