package dev.lockjaw.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.reports.html.Diagram.Request;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DiagramTest {
  /** Steps such as {@code a LOCK S} or {@code a ASK S of b, c}. */
  private static Diagram of(String... steps) {
    List<Step> list = new ArrayList<>();
    for (String step : steps) {
      String[] parts = step.split(" ", 3);
      String[] about = parts[2].split(" of ");
      List<String> holders = about.length == 1 ? List.of() : List.of(about[1].split(", "));
      Act act = new Act(Act.Kind.valueOf(parts[1]), about[0], holders, "does " + parts[2]);
      list.add(new Step(parts[0], act));
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
    Diagram diagram = of("a LOCK S", "b LOCK W", "a LOOK session", "a UNLOCK S");
    assertThat(diagram.lanes()).containsExactly("a", "b");
    assertThat(spans(diagram)).containsExactlyInAnyOrder("a lock S 0-3", "b lock W 1-3+");
  }

  @Test
  void locksHeldTogetherStandSideBySide() {
    assertThat(
            spans(of("a LOCK A", "a LOCK B", "a UNLOCK A", "a SHARE C", "a LOCK D", "a UNLOCK B")))
        .containsExactlyInAnyOrder(
            "a lock A 0-2", "a lock B 1-5 level 1", "a shared C 3-5+", "a lock D 4-5+ level 2");
  }

  @Test
  void aRecursiveLockLastsUntilItIsUnlockedAsOftenAsLocked() {
    assertThat(spans(of("a LOCK S", "a RELOCK S", "a UNLOCK S", "a WIRE wire", "a UNLOCK S")))
        .containsExactly("a lock S 0-4");
  }

  @Test
  void waitingForALockBeginsWithAskingAndEndsWithHavingIt() {
    Diagram diagram =
        of("b LOCK S", "a ASK S of b", "a WAIT S", "b UNLOCK S", "a LOCK S", "a UNLOCK S");
    assertThat(spans(diagram))
        .containsExactlyInAnyOrder("b lock S 0-3", "a wait S 1-4", "a lock S 4-5");
    assertThat(diagram.requests()).containsExactly(new Request(1, 1, 0));
  }

  @Test
  void aReadWriteLockIsHadUnderTheNameByWhichItWasAskedFor() {
    Diagram diagram =
        of(
            "a SHARE S",
            "b SHARE S",
            "c ASK S of a, b",
            "c WAIT S",
            "a UNLOCK S",
            "b UNLOCK S",
            "c LOCK S");
    assertThat(spans(diagram)).contains("c wait S 2-6", "c lock S 6-6+");
    assertThat(diagram.requests()).containsExactly(new Request(2, 2, 0), new Request(2, 2, 1));
  }

  @Test
  void otherWaitsLastUntilTheThreadGoesOn() {
    assertThat(spans(of("a WAIT input", "b WIRE wire", "a WIRE wire", "b WAIT room")))
        .containsExactlyInAnyOrder("a wait input 0-2", "b wait room 3-3+");
  }

  @Test
  void theCallbackIsNestedInTheCallAndACallInIt() {
    assertThat(
            spans(
                of(
                    "a ENTER read",
                    "a WIRE wire",
                    "a DELIVER session",
                    "a ENTER write",
                    "a WIRE wire",
                    "a LEAVE write",
                    "a WIRE wire",
                    "a LEAVE read",
                    "a DELIVER session")))
        .containsExactlyInAnyOrder(
            "a call read 0-7", "a callback callback 2-5 level 1", "a call write 3-5 level 2");
  }

  @Test
  void aCallThatThrowsHasEndedOnceTheLockAroundItIsReleased() {
    assertThat(spans(of("a LOCK S", "a ENTER read", "a WIRE wire", "a UNLOCK S", "a LOCK S")))
        .containsExactlyInAnyOrder("a lock S 0-3", "a call read 1-2", "a lock S 4-4+");
  }

  @Test
  void aCallThatThrowsHasEndedOnceThereIsAnother() {
    assertThat(spans(of("a ENTER read", "a WIRE wire", "a LOOK session")))
        .containsExactly("a call read 0-1");
  }

  @Test
  void theRefusedLockIsNotHadTwice() {
    assertThat(spans(of("a LOCK S", "a REFUSED S"))).containsExactly("a lock S 0-1+");
  }

  @Test
  void ofALongInterleavingTheMiddleIsLeftOutButWhatLastsIsNot() {
    List<String> steps = new ArrayList<>(List.of("a LOCK S"));
    for (int i = 0; i < 500; i++) {
      steps.add("b LOCK W");
      steps.add("b UNLOCK W");
    }
    steps.add("a UNLOCK S");
    Diagram diagram = of(steps.toArray(String[]::new));
    assertThat(diagram.steps()).hasSize(241);
    assertThat(diagram.steps().get(40))
        .isEqualTo(new Diagram.Row(Diagram.NONE, 762, "762 steps", null));
    assertThat(diagram.steps().get(240)).isEqualTo(new Diagram.Row(0, 1002, "does S", null));
    assertThat(spans(diagram)).contains("a lock S 0-240", "b lock W 1-2", "b lock W 238-239");
    assertThat(diagram.spans()).allMatch(span -> span.from() <= span.to());
  }

  @Test
  void stepsInOtherWordsAreShownAllTheSame() {
    Diagram diagram = of("a OTHER something new");
    assertThat(diagram.steps()).containsExactly(new Diagram.Row(0, 1, "does something new", null));
    assertThat(diagram.spans()).isEmpty();
  }
}
