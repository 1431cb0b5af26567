package dev.lockjaw.corpus.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Waits count looks, whatever time passes between them. */
class StillTest {
  private static final int LOOKS = 4;
  private static final long MS = LOOKS * Daemons.STEP_MS;

  @Test
  void aPositiveNumberThatStaysTheSameIsStill() {
    AtomicLong number = new AtomicLong();
    Still still = new Still(MS, number::get);
    isNot(still, 2 * LOOKS);
    number.set(7);
    isNot(still, LOOKS);
    number.set(8);
    isNot(still, LOOKS);

    assertThat(still.getAsBoolean()).isTrue();
  }

  @Test
  void timeAloneProvesNothing() throws InterruptedException {
    Still still = new Still(MS, () -> 7);
    isNot(still, 2);
    Thread.sleep(2 * MS);
    isNot(still, 2);

    assertThat(still.getAsBoolean()).isTrue();
  }

  @Test
  void untilChecksAsOftenAsTheTimeAllows() throws InterruptedException {
    AtomicLong looks = new AtomicLong();
    assertThat(Daemons.until(MS, () -> looks.incrementAndGet() > LOOKS)).isTrue();
    assertThat(Daemons.until(MS, () -> false)).isFalse();
  }

  private static void isNot(Still still, int looks) {
    for (int i = 0; i < looks; i++) {
      assertThat(still.getAsBoolean()).isFalse();
    }
  }
}
