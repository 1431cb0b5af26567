package dev.lockjaw.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FindingKindTest {
  @ParameterizedTest
  @EnumSource
  void namesFitTokensAndTables(FindingKind kind) {
    assertThat(kind.id()).matches("[a-z]+(-[a-z]+)*");
    assertThat(kind.sign()).matches("[A-Z]{3}");
    assertThat(kind.meaning()).isNotBlank().doesNotEndWith(".");
  }

  @Test
  void signsTellThemApart() {
    assertThat(FindingKind.values()).extracting(FindingKind::sign).doesNotHaveDuplicates();
  }
}
