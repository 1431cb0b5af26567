package dev.lockjaw.arena;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.Jitter.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class JitterTest {
  private static final int POINTS = 1_000;

  private static List<String> drawn(long seed, int thread) {
    Jitter jitter = new Jitter(seed, thread);
    List<String> drawn = new ArrayList<>();
    for (int i = 0; i < POINTS; i++) {
      drawn.add(jitter.draw() + " " + jitter.amount());
    }
    return drawn;
  }

  private static long pauses(long seed) {
    Jitter jitter = new Jitter(seed, 0);
    return LongStream.range(0, POINTS).filter(i -> jitter.draw() != Kind.NOTHING).count();
  }

  @Test
  void isTheSameForTheSameSeed() {
    assertThat(drawn(42, 1)).isEqualTo(drawn(42, 1));
  }

  @Test
  void differsByThreadAndBySeed() {
    long eager =
        LongStream.range(0, 100).filter(seed -> pauses(seed) > 0).findFirst().orElseThrow();
    assertThat(drawn(eager, 0)).isNotEqualTo(drawn(eager, 1));
    assertThat(LongStream.range(0, 20).mapToObj(seed -> drawn(seed, 0)).distinct().count())
        .isGreaterThan(10);
  }

  /** A fair share of runs has none, and no run is all pauses. */
  @Test
  void howMuchThereIsDiffersFromRunToRun() {
    assertThat(LongStream.range(0, 100).filter(seed -> pauses(seed) == 0).count())
        .isBetween(10L, 45L);
    assertThat(LongStream.range(0, 100).map(JitterTest::pauses).max().orElseThrow())
        .isBetween(POINTS / 2L, POINTS * 9L / 10);
  }

  @Test
  void everyKindOccursAndEveryPauseIsShort() {
    Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    for (long seed = 0; seed < 20; seed++) {
      Jitter jitter = new Jitter(seed, 0);
      for (int i = 0; i < POINTS; i++) {
        Kind kind = jitter.draw();
        kinds.add(kind);
        if (kind == Kind.SPIN) {
          assertThat(jitter.amount()).isBetween(1, 1 << 10);
        } else if (kind == Kind.PARK) {
          assertThat(jitter.amount()).isBetween(1, 1 << 16);
        }
      }
    }
    assertThat(kinds).containsExactlyInAnyOrder(Kind.values());
  }
}
