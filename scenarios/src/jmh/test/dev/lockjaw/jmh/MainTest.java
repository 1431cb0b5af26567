package dev.lockjaw.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.lock.LockStrategy;
import java.util.List;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class MainTest {
  @Test
  void everyStrategyOnTheClassPathIsMeasured() {
    List<String> args = JmhMain.completed("GuardedSection", "-f", "1");
    assertThat(args).startsWith("GuardedSection", "-f", "1", "-p").hasSize(5);
    assertThat(args.get(4).replace("strategy=", "").split(","))
        .containsExactlyInAnyOrderElementsOf(
            ServiceLoader.load(LockStrategy.class).stream()
                .map(ServiceLoader.Provider::get)
                .map(LockStrategy::id)
                .toList());
  }

  @Test
  void strategiesThatAreNamedAreMeasuredAlone() {
    assertThat(JmhMain.completed("GuardedSection", "-p", "strategy=none"))
        .containsExactly("GuardedSection", "-p", "strategy=none");
  }
}
