package dev.lockjaw.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
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

  @Test
  void eachHasThreeToEightLinesOfText() throws IOException {
    Map<Path, Long> lines = new TreeMap<>();
    for (Path file : Sources.main()) {
      if (file.endsWith("package-info.java")) {
        lines.put(file, textLines(Files.readString(file)));
      }
    }
    assertThat(lines).hasSizeGreaterThan(50);
    lines.values().removeIf(count -> count >= 3 && count <= 8);
    assertThat(lines).as("lines of text").isEmpty();
  }

  private static long textLines(String file) {
    String comment = file.substring(file.indexOf("/**") + 3, file.indexOf("*/"));
    return comment.lines().filter(line -> !line.matches("[ *]*")).count();
  }
}
