package dev.lockjaw.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.explore.Exploration;
import dev.lockjaw.explore.Toy;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Two actors each add one, in different ways. */
class ControlledWordTest {
  private static Toy counting(Consumer<Word> increment) {
    return run -> {
      Word word = run.word("count", 0);
      run.actor("one", () -> increment.accept(word));
      run.actor("other", () -> increment.accept(word));
      return () -> Long.toString(word.peek());
    };
  }

  @Test
  void getThenSetLosesAnUpdate() {
    assertThat(Exploration.full(counting(word -> word.set(word.get() + 1)), 1).finalStates())
        .containsExactly("1", "2");
  }

  @Test
  void getThenSetLosesNothingWithoutPreemption() {
    assertThat(Exploration.full(counting(word -> word.set(word.get() + 1)), 0).finalStates())
        .containsExactly("2");
  }

  @Test
  void getAndAddLosesNothing() {
    assertThat(Exploration.full(counting(word -> word.getAndAdd(1)), 4).finalStates())
        .containsExactly("2");
  }

  @Test
  void compareAndSetInALoopLosesNothing() {
    Consumer<Word> increment =
        word -> {
          long seen = word.get();
          while (!word.compareAndSet(seen, seen + 1)) {
            seen = word.get();
          }
        };
    assertThat(Exploration.full(counting(increment), 4).finalStates()).containsExactly("2");
  }

  @Test
  void compareAndSetOnceMayFail() {
    Consumer<Word> increment = word -> word.compareAndSet(word.get(), word.get() + 1);
    assertThat(Exploration.full(counting(increment), 4).finalStates()).contains("1", "2");
  }
}
