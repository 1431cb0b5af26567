package dev.lockjaw.cli.context;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.cli.error.ToolException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceTreeTest {
  @TempDir Path elsewhere;

  @Test
  void containsTheModulesOfTheOtherTools() {
    assertThat(SourceTree.root()).isAbsolute();
    assertThat(SourceTree.root().resolve("scenarios/src/jmh/pom.xml")).exists();
  }

  @Test
  void aJarElsewhereHasNone() {
    Path jar = elsewhere.resolve("lockjaw-cli.jar");
    assertThatThrownBy(() -> SourceTree.above(jar))
        .isInstanceOf(ToolException.class)
        .hasMessageContaining(jar + " is not in a source tree");
  }
}
