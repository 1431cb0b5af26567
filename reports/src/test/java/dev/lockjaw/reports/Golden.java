package dev.lockjaw.reports;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.explain.Text;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares a text with the file that says how it should be. What differs is left in {@code
 * target/golden}, from where it can be copied once it is found right.
 */
public final class Golden {
  private Golden() {}

  public static void assertMatches(String name, String actual) {
    try (InputStream golden = Golden.class.getResourceAsStream("/golden/" + name)) {
      String expected =
          golden == null ? "" : new String(golden.readAllBytes(), StandardCharsets.UTF_8);
      if (!expected.equals(actual)) {
        Files.createDirectories(Path.of("target/golden"));
        Files.writeString(Path.of("target/golden", name), actual);
      }
      assertThat(actual).as("%s (see target/golden)", name).isEqualTo(expected);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** The width of the widest line, without colours. */
  public static int widest(String text) {
    return text.replaceAll("\u001b\\[\\d+m", "").lines().mapToInt(Text::width).max().orElse(0);
  }
}
