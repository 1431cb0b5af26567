package dev.lockjaw.corpus.driver;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EvidenceTest {
  @Test
  void aThreadThatHasNotBegunIsInNoMethod() {
    assertThat(Evidence.innermost()).isEqualTo("no method");
    assertThat(Evidence.innermost(new StackTraceElement("a.B", "c", "B.java", 7)))
        .isEqualTo("B.c (B.java:7)");
  }
}
