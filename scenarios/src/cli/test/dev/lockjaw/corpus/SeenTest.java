package dev.lockjaw.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeenTest {
  private static final Seen STUCK =
      Seen.parse(
          List.of(
              "fine",
              "bug\tstuck",
              "thread\tt\twaits for L, held by itself",
              "holds\tM, taken in a",
              "frame\ta",
              "frame\tb",
              "missed\tlate"));

  @Test
  void parsesTheOutputOfAChild() {
    assertThat(STUCK.bugs()).isOne();
    assertThat(STUCK.fine()).isOne();
    assertThat(STUCK.missed()).containsExactly("late");
    assertThat(STUCK.deaths()).isEmpty();
    assertThat(STUCK.tries()).isEqualTo(3);
    assertThat(STUCK.words()).isEqualTo("stuck");
    assertThat(STUCK.threads())
        .containsExactly(
            new ThreadSeen(
                "t", "waits for L, held by itself", List.of("M, taken in a"), List.of("a", "b")));
  }

  @Test
  void addsUpAndKeepsTheFirstEvidence() {
    Seen sum = Seen.NOTHING.plus(STUCK).plus(Seen.parse(List.of("bug\tanother time")));

    assertThat(sum.bugs()).isEqualTo(2);
    assertThat(sum.tries()).isEqualTo(4);
    assertThat(sum.words()).isEqualTo("stuck");
    assertThat(sum.threads()).hasSize(1);
  }

  @Test
  void aReleaseWithoutAResultDoesNotCountAsFixed() {
    Entry entry = Corpus.named("netty-2093").orElseThrow();
    Release mended = entry.releases().get(1);

    assertThat(new BugTally(entry, mended, Seen.NOTHING).asKnown()).isFalse();
    assertThat(new BugTally(entry, mended, Seen.parse(List.of("missed\tlate"))).asKnown())
        .isFalse();
    assertThat(new BugTally(entry, mended, Seen.parse(List.of("fine"))).asKnown()).isTrue();
    assertThat(new BugTally(entry, mended, STUCK).asKnown()).isFalse();
    assertThat(new BugTally(entry, entry.releases().get(0), STUCK).asKnown()).isTrue();
  }
}
