package dev.lockjaw.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.cli.error.UsageException;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PatternsTest {
  private final Patterns<String> patterns =
      new Patterns<>(
          "strategy", List.of("none", "free-aware", "free-aware-2", "plain"), Function.identity());

  @Test
  void takesAllWhereNothingIsAskedFor() {
    assertThat(patterns.pick(null)).isEqualTo(patterns.all());
    assertThat(patterns.pick(List.of())).isEqualTo(patterns.all());
  }

  @Test
  void takesCommaListsInTheOrderOfAll() {
    assertThat(patterns.pick(List.of("plain, none"))).containsExactly("none", "plain");
  }

  @Test
  void takesSeveralLists() {
    assertThat(patterns.pick(List.of("plain", "none,plain"))).containsExactly("none", "plain");
  }

  @Test
  void takesGlobs() {
    assertThat(patterns.pick(List.of("free-*"))).containsExactly("free-aware", "free-aware-2");
    assertThat(patterns.pick(List.of("free-aware-?,p*n"))).containsExactly("free-aware-2", "plain");
  }

  @Test
  void doesNotTakeAGlobForARegularExpression() {
    assertThatThrownBy(() -> patterns.pick(List.of("n.ne")))
        .hasMessage(
            "no strategy matches 'n.ne'; near: none; see them all with: scripts/lockjaw list strategies");
  }

  @Test
  void wantsAWholeName() {
    assertThatThrownBy(() -> patterns.pick(List.of("free")))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "no strategy matches 'free'; near: free-aware, free-aware-2;"
                + " see them all with: scripts/lockjaw list strategies");
  }

  @Test
  void refusesOneUnknownAmongKnown() {
    assertThatThrownBy(() -> patterns.pick(List.of("none,plian")))
        .hasMessageStartingWith("no strategy matches 'plian'; near: plain");
  }

  @Test
  void refusesAnEmptyName() {
    assertThatThrownBy(() -> patterns.pick(List.of("none,,plain")))
        .hasMessage("--strategy has an empty name in its list");
  }
}
