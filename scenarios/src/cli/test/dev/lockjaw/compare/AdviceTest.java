package dev.lockjaw.compare;

import static dev.lockjaw.compare.Numbers.RECORD;
import static dev.lockjaw.compare.Numbers.strategy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdviceTest {
  @Test
  void theCheapestStrategyThatPassesEverythingIsTaken() {
    Advice advice =
        advise(
            strategy("none", 1, 0, "read-free", "write-free"),
            strategy("dear", 3, 0.1),
            strategy("cheap", 2, 0.1),
            strategy("lame", 1.1, 0.1, "relay"));

    assertThat(advice.strategy()).isEqualTo("cheap");
    assertThat(advice.sentence())
        .isEqualTo(
            "cheap passes all 4 scenarios on jsse under explore, the cheapest that does: it costs 2.00 ±0.10"
                + " times none at record 64 B jsse; the next is dear: it costs 3.00 ±0.10 times none"
                + " at record 64 B jsse; lame is cheaper: it costs 1.10 ±0.10 times none at record"
                + " 64 B jsse, but fails relay");
  }

  @Test
  void aDifferenceWithinTheErrorIsReportedAsSuch() {
    Advice advice = advise(strategy("one", 2, 0.5), strategy("other", 2.1, 0.5));

    assertThat(advice.strategy()).isEqualTo("one");
    assertThat(advice.sentence()).contains("by a difference within the error");
  }

  @Test
  void noStrategyIsTakenIfNonePasses() {
    Advice advice = advise(strategy("none", 1, 0, "relay"), strategy("plain", 2, 0.1, "relay"));

    assertThat(advice.strategy()).isNull();
    assertThat(advice.sentence())
        .isEqualTo(
            "no strategy passes every scenario on jsse under every tool that was run: choose none of"
                + " them");
  }

  @Test
  void withoutARunThereIsNoAdvice() {
    Advice advice =
        Advice.of("SERIAL", List.of(strategy("plain", 2, 0.1)), List.of(), LeftOut.NOTHING);

    assertThat(advice.strategy()).isNull();
    assertThat(advice.sentence()).startsWith("no transport of this contract was compared");
  }

  @Test
  void anUnmeasuredStrategyComesLast() {
    Compared unmeasured =
        new Compared("unmeasured", strategy("x", 1, 0).verdicts(), List.of(), List.of());

    assertThat(advise(unmeasured, strategy("plain", 9, 0.1)).strategy()).isEqualTo("plain");
    assertThat(advise(unmeasured).sentence()).endsWith("its cost was not measured");
  }

  @Test
  void aStrategyThatAnyToolFailsIsNotTakenAndThePassedToolsAreNamed() {
    Advice advice =
        advise(
            with(strategy("cheap", 2, 0.1), Mode.STRESS, List.of("deadlock")),
            with(with(strategy("dear", 3, 0.1), Mode.STRESS, List.of()), Mode.LINCHECK, List.of()));

    assertThat(advice.strategy()).isEqualTo("dear");
    assertThat(advice.sentence())
        .isEqualTo(
            "dear passes all 4 scenarios on jsse under explore, and passes stress and lincheck"
                + " too, the only strategy that does: it costs 3.00 ±0.10 times none at record 64 B"
                + " jsse; cheap is cheaper: it costs 2.00 ±0.10 times none at record 64 B jsse, but"
                + " fails some-test");
  }

  @Test
  void aToolThatWasNotRunIsNotNamedAsPassed() {
    Compared compared = strategy("plain", 2, 0.1);
    List<Verdicts> verdicts = new ArrayList<>(compared.verdicts());
    verdicts.add(
        new Verdicts(Mode.JCSTRESS, "DUPLEX", List.of(), List.of(), Map.of(), "there was no time"));

    Advice advice = advise(new Compared("plain", verdicts, compared.costs(), compared.latencies()));

    assertThat(advice.strategy()).isEqualTo("plain");
    assertThat(advice.sentence()).contains("under explore (not run: jcstress),");
  }

  @Test
  void aToolThatWasCutShortIsNamed() {
    Compared compared = strategy("plain", 2, 0.1);
    List<Verdicts> verdicts = new ArrayList<>(compared.verdicts());
    verdicts.add(
        new Verdicts(Mode.JCSTRESS, "DUPLEX", List.of("model"), List.of("one"), Map.of(), "late"));

    Advice advice = advise(new Compared("plain", verdicts, compared.costs(), compared.latencies()));

    assertThat(advice.sentence()).contains("and passes jcstress too (cut short: jcstress),");
  }

  @Test
  void aStrategyWithAKnownFailureElsewhereComesAfterTheOthers() {
    Compared none = strategy("none", 1, 0);
    LeftOut leftOut = failing("none", "double-free");

    assertThat(advise(leftOut, none, strategy("plain", 9, 0.1)).strategy()).isEqualTo("plain");
    assertThat(advise(LeftOut.NOTHING, none, strategy("plain", 9, 0.1)).strategy())
        .isEqualTo("none");
    assertThat(advise(leftOut, none).sentence())
        .endsWith("; of the scenarios left out, it is known to fail double-free");
  }

  @Test
  void knownFailuresOfACheaperStrategyAreNamed() {
    Advice advice =
        advise(
            failing("lame", "double-free"),
            strategy("dear", 3, 0.1),
            strategy("lame", 1.1, 0.1, "relay"));

    assertThat(advice.sentence())
        .endsWith(", but fails relay, and of the scenarios left out double-free");
  }

  private static LeftOut failing(String name, String scenario) {
    return (contract, strategy) -> strategy.equals(name) ? List.of(scenario) : List.of();
  }

  /** Adds the verdict of one more tool, whose only test found these kinds. */
  private static Compared with(Compared one, Mode tool, List<String> kinds) {
    List<Verdicts> verdicts = new ArrayList<>(one.verdicts());
    verdicts.add(
        new Verdicts(
            tool,
            "DUPLEX",
            List.of("model"),
            kinds.isEmpty() ? List.of("some-test") : List.of(),
            kinds.isEmpty() ? Map.of() : Map.of("some-test", kinds),
            null));
    return new Compared(one.strategy(), verdicts, one.costs(), one.latencies());
  }

  private static Advice advise(Compared... strategies) {
    return advise(LeftOut.NOTHING, strategies);
  }

  private static Advice advise(LeftOut leftOut, Compared... strategies) {
    return Advice.of("DUPLEX", List.of(strategies), List.of(RECORD), leftOut);
  }
}
