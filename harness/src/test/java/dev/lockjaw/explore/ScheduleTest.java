package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Schedule.Deviation;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @Test
  void readsAsItsDeviations() {
    assertThat(new Schedule(List.of(new Deviation(4, 1), new Deviation(9, 0))).text())
        .isEqualTo("4.1_9.0");
    assertThat(Schedule.DEFAULT.text()).isEqualTo("0");
  }

  @Test
  void comesBackFromText() {
    Random random = new Random(4);
    for (int i = 0; i < 1_000; i++) {
      List<Deviation> deviations = new ArrayList<>();
      int decision = -1;
      for (int left = random.nextInt(8); left > 0; left--) {
        decision += 1 + random.nextInt(100);
        deviations.add(new Deviation(decision, random.nextInt(12)));
      }
      Schedule schedule = new Schedule(deviations);
      assertThat(Schedule.parse(schedule.text())).contains(schedule);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "x",
        "1.",
        ".1",
        "1.1_",
        "_1.1",
        "1.1__2.2",
        "2.1_1.1",
        "1.1_1.2",
        "-1.1",
        "1.1 ",
        "1000000000.1",
        "1.1000",
        "99999999999999.1",
        "1,1"
      })
  void isNothingElse(String text) {
    assertThat(Schedule.parse(text)).isEmpty();
  }

  @Test
  void aFollowerTellsWhetherTheScheduleFits() {
    Steppers toy = new Steppers(true, 2, 2);
    try (ActorThreads workers = new ActorThreads()) {
      assertThat(fits(toy, workers, "1.1")).isTrue();
      assertThat(fits(toy, workers, "0")).isTrue();
      assertThat(fits(toy, workers, "50.1")).as("never gets there").isFalse();
      assertThat(fits(toy, workers, "1.7")).as("there is no such actor").isFalse();
    }
  }

  private static boolean fits(Toy toy, ActorThreads workers, String text) {
    Follower follower = new Follower(Schedule.parse(text).orElseThrow());
    Ran.run(toy, workers, follower, false);
    return follower.fits();
  }
}
