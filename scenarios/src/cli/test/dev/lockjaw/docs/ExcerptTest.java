package dev.lockjaw.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class ExcerptTest {
  private static final List<String> TEXT = List.of("first", "second", "third line", "fourth");

  private static Excerpt excerpt(String... lines) {
    return new Excerpt(List.of(lines), UnaryOperator.identity());
  }

  @Test
  void withoutGapsItShowsTheTextAsItIs() {
    assertThat(excerpt("first", "second", "third line", "fourth").shows(TEXT)).isTrue();
    assertThat(excerpt("first", "second", "third line").shows(TEXT)).isFalse();
    assertThat(excerpt("second", "third line", "fourth").shows(TEXT)).isFalse();
  }

  @Test
  void aGapStandsForAnyLines() {
    assertThat(excerpt("...", "third line", "fourth").shows(TEXT)).isTrue();
    assertThat(excerpt("first", "...", "fourth").shows(TEXT)).isTrue();
    assertThat(excerpt("first", "...").shows(TEXT)).isTrue();
    assertThat(excerpt("first", "...", "third", "...").shows(TEXT)).isFalse();
    assertThat(excerpt("...", "third line", "...", "second", "...").shows(TEXT)).isFalse();
  }

  @Test
  void whatVariesIsOverlooked() {
    assertThat(new Excerpt(List.of("in 3 s"), line -> line.replaceAll("\\d", "0")))
        .matches(excerpt -> excerpt.shows(List.of("in 7 s")))
        .matches(excerpt -> !excerpt.shows(List.of("in 7 ms")));
  }

  @Test
  void aLineThatHasChangedIsReplaced() {
    assertThat(excerpt("...", "third row", "...").of(TEXT))
        .containsExactly("...", "third line", "...");
  }

  @Test
  void whatIsNewBesideAGapStaysHidden() {
    assertThat(excerpt("first", "...", "fourth").of(List.of("first", "new", "fourth")))
        .containsExactly("first", "...", "fourth");
  }

  @Test
  void whatIsNewElsewhereIsShown() {
    assertThat(excerpt("first", "fourth").of(List.of("first", "new", "fourth")))
        .containsExactly("first", "new", "fourth");
    assertThat(excerpt().of(TEXT)).isEqualTo(TEXT);
  }

  @Test
  void whatIsGoneIsLeftOut() {
    assertThat(excerpt("first", "second", "...", "fourth").of(List.of("first", "new", "fourth")))
        .containsExactly("first", "...", "fourth");
  }
}
