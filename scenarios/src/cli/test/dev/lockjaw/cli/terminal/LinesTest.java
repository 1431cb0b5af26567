package dev.lockjaw.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LinesTest {
  @Test
  void breaksBetweenWords() {
    assertThat(Lines.wrap("one two three", 8)).containsExactly("one two", "three");
  }

  @Test
  void keepsALongWordWhole() {
    assertThat(Lines.wrap("in /a/very/long/path now", 8))
        .containsExactly("in", "/a/very/long/path", "now");
  }

  @Test
  void hangs() {
    assertThat(Lines.hang("ab  ", "one two three", 9))
        .containsExactly("ab  one", "    two", "    three");
  }

  @Test
  void makesOneLineOfNothing() {
    assertThat(Lines.wrap("", 8)).containsExactly("");
  }
}
