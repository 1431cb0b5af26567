package dev.lockjaw.stress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.Jitter;
import org.junit.jupiter.api.Test;

class WovenDelayTest {
  @Test
  void ofManyPointsOfWovenCodeOnlyAFewTakeADelay() {
    Player player = new Player(null, "one", () -> {}, false, new Jitter(0, 0));
    for (int i = 0; i < 1_000; i++) {
      player.delay();
    }
    assertThat(player.passed).isEqualTo(1_000);
    for (int i = 0; i < 1_000_000; i++) {
      player.delay();
    }
    assertThat(player.passed).isBetween(1_024, 2_048);
  }
}
