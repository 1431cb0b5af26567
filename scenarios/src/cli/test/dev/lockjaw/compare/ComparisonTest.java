package dev.lockjaw.compare;

import static dev.lockjaw.compare.Numbers.comparison;
import static dev.lockjaw.compare.Numbers.strategy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  @TempDir Path directory;

  @Test
  void readsItsOwnFile() throws IOException {
    Comparison comparison =
        comparison(
            strategy("none", 1, 0, "relay"),
            strategy("plain", Double.NaN, Double.POSITIVE_INFINITY));
    Path file = directory.resolve(Comparison.NAME);

    comparison.write(file);

    assertThat(Comparison.read(file)).isEqualTo(comparison);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "null", "{}", "[]", "no json", "{\"schema\": 3, \"strategies\": []}"})
  void refusesEverythingElse(String text) throws IOException {
    Path file = directory.resolve(Comparison.NAME);
    Files.writeString(file, text);

    assertThatThrownBy(() -> Comparison.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it is not a compare.json");
  }
}
