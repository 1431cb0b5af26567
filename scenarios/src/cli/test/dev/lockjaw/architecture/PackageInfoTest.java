package dev.lockjaw.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Each package says what lives in it and where to start reading. */
class PackageInfoTest {
  @Test
  void everyPackageHasOne() throws IOException {
    TreeSet<Path> packages =
        Sources.main().stream().map(Path::getParent).collect(Collectors.toCollection(TreeSet::new));
    assertThat(packages)
        .hasSizeGreaterThan(50)
        .allSatisfy(folder -> assertThat(folder.resolve("package-info.java")).exists());
  }
}
