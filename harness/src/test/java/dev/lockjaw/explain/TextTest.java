package dev.lockjaw.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTest {
  @Test
  void cleanTextIsOneLineThatATerminalOnlyShows() {
    assertThat(Text.clean("a\tb\r\nc\u001b[2Jd\u0000\u009b\u202ee\u2028f\u200b\ud800g\u00a0h"))
        .isEqualTo("a b  c?[2Jd???e f??g h");
  }

  @Test
  void lettersOfAnyScriptStay() {
    assertThat(Text.clean("naïve 線程 🔒 (x)")).isEqualTo("naïve 線程 🔒 (x)");
  }

  @Test
  void cutsToTheWidthAndSaysSo() {
    assertThat(Text.cut("abcdefgh", 8)).isEqualTo("abcdefgh");
    assertThat(Text.cut("abcdefgh", 7)).isEqualTo("abcd...");
    assertThat(Text.cut("abcdefgh", 2)).isEqualTo("..");
    assertThat(Text.cut("abcdefgh", 0)).isEmpty();
    assertThat(Text.cut("🔒🔒🔒🔒🔒", 4)).isEqualTo("🔒...");
  }

  @Test
  void wrapsAtSpacesAndBreaksOnlyWhatIsTooWideAlone() {
    assertThat(Text.wrap("one two three", 7)).containsExactly("one two", "three");
    assertThat(Text.wrap("a abcdefgh b", 3)).containsExactly("a", "abc", "def", "gh", "b");
    assertThat(Text.wrap("", 3)).containsExactly("");
  }

  @Test
  void doesNotBreakAtATiedSpace() {
    assertThat(Text.wrap("abc d" + Text.TIED + "e", 5)).containsExactly("abc", "d e");
  }

  @Test
  void hangsLinesUnderTheFirst() {
    assertThat(Text.hang("- ", "one two", 5)).containsExactly("- one", "  two");
  }

  @Test
  void keepsWordsWholeThatAreToBeCopied() {
    assertThat(Text.wrapWords("one two three", 8)).containsExactly("one two", "three");
    assertThat(Text.wrapWords("in /a/very/long/path now", 8))
        .containsExactly("in", "/a/very/long/path", "now");
    assertThat(Text.hangWords("ab  ", "one two three", 9))
        .containsExactly("ab  one", "    two", "    three");
    assertThat(Text.wrapWords("", 8)).containsExactly("");
  }

  @Test
  void namesThingsAsASentenceDoes() {
    assertThat(Text.and(List.of("a"))).isEqualTo("a");
    assertThat(Text.and(List.of("a", "b"))).isEqualTo("a and b");
    assertThat(Text.and(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    assertThat(Text.count(1, "cell")).isEqualTo("1 cell");
    assertThat(Text.count(0, "cell")).isEqualTo("0 cells");
  }
}
