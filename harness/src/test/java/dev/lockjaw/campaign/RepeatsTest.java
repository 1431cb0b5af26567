package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.Step;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private static List<Step> steps(String thread, int times, String... actions) {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      for (String action : actions) {
        steps.add(new Step(thread, action));
      }
    }
    return steps;
  }

  private static List<String> shown(List<Step> steps) {
    return Repeats.once(steps).stream().map(step -> step.thread() + " " + step.action()).toList();
  }

  @Test
  void aCycleIsShownOnce() {
    List<Step> steps = steps("A", 1, "begins");
    steps.addAll(steps("A", 300, "looks", "sets"));
    steps.addAll(steps("B", 1, "ends"));
    assertThat(shown(steps))
        .containsExactly(
            "A begins",
            "A looks",
            "A sets",
            "A ... these 2 steps are repeated 299 times",
            "B ends");
  }

  @Test
  void soIsACycleOfCycles() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      steps.addAll(steps("A", 100, "sets"));
      steps.addAll(steps("B", 100, "looks", "clears"));
    }
    assertThat(shown(steps))
        .containsExactly(
            "A sets",
            "A ... this step is repeated 99 times",
            "B looks",
            "B clears",
            "B ... these 2 steps are repeated 99 times",
            "B ... these 5 steps are repeated 9 times");
  }

  @Test
  void stepsThatDifferStay() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      steps.add(new Step("A", "step " + i));
    }
    assertThat(Repeats.once(steps)).isEqualTo(steps);
  }

  @Test
  void aShortInterleavingStaysAsItIs() {
    List<Step> steps = steps("A", 100, "looks");
    assertThat(Repeats.once(steps)).isEqualTo(steps);
  }
}
