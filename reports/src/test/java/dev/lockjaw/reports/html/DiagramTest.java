package dev.lockjaw.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.html.Diagram.Request;
import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DiagramTest {
  private static Diagram of(String... steps) {
    List<Step> list = new ArrayList<>();
    for (String step : steps) {
      String[] parts = step.split(": ", 2);
      list.add(new Step(parts[0], parts[1]));
    }
    return Diagram.of(list);
  }

  /** Such as {@code a lock S 0-2}; with a plus if it is open, and its level if that isn't 0. */
  private static List<String> spans(Diagram diagram) {
    return diagram.spans().stream()
        .map(
            span ->
                String.format(
                    Locale.ROOT,
                    "%s %s %s %d-%d%s%s",
                    diagram.lanes().get(span.lane()),
                    span.kind().id(),
                    span.name(),
                    span.from(),
                    span.to(),
                    span.open() ? "+" : "",
                    span.level() == 0 ? "" : " level " + span.level()))
        .toList();
  }

  @Test
  void locksLastUntilTheyAreUnlockedOrToTheEnd() {
    Diagram diagram = of("a: lock S", "b: lock W", "a: finds the session alive", "a: unlock S");
    assertThat(diagram.lanes()).containsExactly("a", "b");
    assertThat(spans(diagram)).containsExactlyInAnyOrder("a lock S 0-3", "b lock W 1-3+");
  }

  @Test
  void locksHeldTogetherStandSideBySide() {
    assertThat(
            spans(
                of(
                    "a: lock A",
                    "a: lock B",
                    "a: unlock A",
                    "a: lock C shared",
                    "a: lock D alone",
                    "a: unlock B")))
        .containsExactlyInAnyOrder(
            "a lock A 0-2", "a lock B 1-5 level 1", "a shared C 3-5+", "a lock D 4-5+ level 2");
  }

  @Test
  void aRecursiveLockLastsUntilItIsUnlockedAsOftenAsLocked() {
    assertThat(
            spans(
                of(
                    "a: lock S",
                    "a: lock S again, 2 deep",
                    "a: unlock S",
                    "a: read wire",
                    "a: unlock S")))
        .containsExactly("a lock S 0-4");
  }

  @Test
  void waitingForALockBeginsWithAskingAndEndsWithHavingIt() {
    Diagram diagram =
        of(
            "b: lock S",
            "a: ask for S: held by b",
            "a: waits for S",
            "b: unlock S",
            "a: lock S",
            "a: unlock S");
    assertThat(spans(diagram))
        .containsExactlyInAnyOrder("b lock S 0-3", "a wait S 1-4", "a lock S 4-5");
    assertThat(diagram.requests()).containsExactly(new Request(1, 1, 0));
  }

  @Test
  void aReadWriteLockIsHadUnderTheNameByWhichItWasAskedFor() {
    Diagram diagram =
        of(
            "a: lock S shared",
            "b: lock S shared",
            "c: ask for S alone: held by a, b",
            "c: waits for the lock, alone",
            "a: unlock S",
            "b: unlock S",
            "c: has the lock alone");
    assertThat(spans(diagram)).contains("c wait S 2-6", "c lock S 6-6+");
    assertThat(diagram.requests()).containsExactly(new Request(2, 2, 0), new Request(2, 2, 1));
  }

  @Test
  void otherWaitsLastUntilTheThreadGoesOn() {
    assertThat(
            spans(of("a: waits for input", "b: write wire", "a: read wire", "b: waits for room")))
        .containsExactlyInAnyOrder("a wait input 0-2", "b wait room 3-3+");
  }

  @Test
  void theCallbackIsNestedInTheCallAndACallInIt() {
    assertThat(
            spans(
                of(
                    "a: enter read",
                    "a: read wire",
                    "a: deliver",
                    "a: enter write",
                    "a: write wire",
                    "a: leave write",
                    "a: read wire",
                    "a: leave read",
                    "a: deliver")))
        .containsExactlyInAnyOrder(
            "a call read 0-7", "a callback callback 2-5 level 1", "a call write 3-5 level 2");
  }

  @Test
  void aCallThatThrowsHasEndedOnceTheLockAroundItIsReleased() {
    assertThat(spans(of("a: lock S", "a: enter read", "a: read wire", "a: unlock S", "a: lock S")))
        .containsExactlyInAnyOrder("a lock S 0-3", "a call read 1-2", "a lock S 4-4+");
  }

  @Test
  void aCallThatThrowsHasEndedOnceThereIsAnother() {
    assertThat(spans(of("a: enter read", "a: read wire", "a: finds the session closed")))
        .containsExactly("a call read 0-1");
  }

  @Test
  void theRefusedLockIsNotHadTwice() {
    assertThat(spans(of("a: lock S", "a: lock S: already held by this thread")))
        .containsExactly("a lock S 0-1+");
  }

  @Test
  void ofALongInterleavingTheMiddleIsLeftOutButWhatLastsIsNot() {
    List<String> steps = new ArrayList<>(List.of("a: lock S"));
    for (int i = 0; i < 500; i++) {
      steps.add("b: lock W");
      steps.add("b: unlock W");
    }
    steps.add("a: unlock S");
    Diagram diagram = of(steps.toArray(String[]::new));
    assertThat(diagram.steps()).hasSize(241);
    assertThat(diagram.steps().get(40)).isEqualTo(new Diagram.Row(Diagram.NONE, 762, "762 steps"));
    assertThat(diagram.steps().get(240)).isEqualTo(new Diagram.Row(0, 1002, "unlock S"));
    assertThat(spans(diagram)).contains("a lock S 0-240", "b lock W 1-2", "b lock W 238-239");
    assertThat(diagram.spans()).allMatch(span -> span.from() <= span.to());
  }

  @Test
  void stepsInOtherWordsAreShownAllTheSame() {
    Diagram diagram = of("a: does something new");
    assertThat(diagram.steps()).containsExactly(new Diagram.Row(0, 1, "does something new"));
    assertThat(diagram.spans()).isEmpty();
  }
}
