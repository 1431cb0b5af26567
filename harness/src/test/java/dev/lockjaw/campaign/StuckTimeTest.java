package dev.lockjaw.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.result.EndingKind;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StuckTimeTest {
  private final StuckTime time = new StuckTime();

  @Test
  void isOverSoonerOnceAFindingExplainsIt() {
    time.add(TimeUnit.SECONDS.toNanos(5));
    assertThat(time.past(true)).isFalse();
    time.add(TimeUnit.SECONDS.toNanos(5));
    assertThat(time.past(true)).isTrue();
    assertThat(time.past(false)).isFalse();
    time.add(TimeUnit.SECONDS.toNanos(21));
    assertThat(time.past(false)).isTrue();
    assertThat(time.ending("com.example.Link.spin line 3").kind())
        .isEqualTo(EndingKind.LOST_THREADS);
    assertThat(time.ending("com.example.Link.spin line 3").text())
        .isEqualTo(
            "gave up: 3 interleavings took 31 s, as a thread was stuck in each, one in"
                + " com.example.Link.spin line 3");
  }

  @Test
  void anyNumberOfQuickFailuresIsNotOver() {
    for (int i = 0; i < 1_000; i++) {
      time.add(TimeUnit.MILLISECONDS.toNanos(900));
    }
    assertThat(time.past(true)).isFalse();
  }
}
