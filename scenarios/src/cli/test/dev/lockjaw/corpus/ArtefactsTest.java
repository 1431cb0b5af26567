package dev.lockjaw.corpus;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ArtefactsTest {
  @Test
  void anUnresolvableArtefactIsNamedInOneLine() {
    try (Artefacts artefacts = new Artefacts()) {
      assertThatThrownBy(() -> artefacts.classPath("dev.lockjaw:none-such:0.0.1"))
          .isInstanceOf(UnresolvableException.class)
          .hasMessageStartingWith("cannot get dev.lockjaw:none-such:0.0.1: ")
          .message()
          .doesNotContain("\n");
    }
  }
}
