package dev.lockjaw.explore.programs;

import static org.assertj.core.api.Assertions.assertThat;

import example.Chance;
import example.Handles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Chance, time and variable handles of woven code: each schedule goes the same way again. */
@Timeout(120)
class ChanceTest {
  @Test
  void whatIsDrawnIsTheSameInEachRun() throws Exception {
    assertThat(Outcomes.of(Chance.Sources.class, 1)).hasSize(1);
  }

  @Test
  void theClockIsThatOfTheRun() throws Exception {
    assertThat(Outcomes.of(Chance.Now.class, 1)).containsExactly("60000 60000 00:01,00:01");
  }

  @Test
  void threadsDrawDifferentNames() throws Exception {
    assertThat(Outcomes.of(Chance.Names.class, 1)).containsExactly("2");
  }

  @Test
  void theOrderOfAHashSetIsTheSameInEachRun() throws Exception {
    assertThat(Outcomes.of(Chance.Hashes.class, 1)).hasSize(1);
  }

  @Test
  void aHandleReachesTheFieldThatPlainCodeDoes() throws Exception {
    assertThat(Outcomes.of(Handles.Plain.class, 2)).containsExactly("1,1", "1,2", "2,1", "2,2");
  }

  @Test
  void stepsOfAHandleAreAtomic() throws Exception {
    assertThat(Outcomes.of(Handles.Atomic.class, 2)).containsExactly("2,2,2");
  }
}
