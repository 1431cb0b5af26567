package dev.lockjaw.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each package says what lives in it and where to start reading. */
class PackageInfoTest {
  private static final Path ROOT = Path.of("../../..");

  private static final List<Path> SOURCES =
      Stream.of(
              "harness/src/main/java",
              "reports/src/main/java",
              "scenarios/src/main/java",
              "scenarios/src/cli/java",
              "scenarios/src/corpus/java",
              "scenarios/src/jcstress/java",
              "scenarios/src/jmh/java",
              "scenarios/src/lincheck/java")
          .map(ROOT::resolve)
          .toList();

  @Test
  void everyPackageHasOne() throws IOException {
    TreeSet<Path> packages = new TreeSet<>();
    TreeSet<Path> lacking = new TreeSet<>();
    for (Path sources : SOURCES) {
      for (Path folder : packages(sources)) {
        packages.add(folder);
        if (!Files.exists(folder.resolve("package-info.java"))) {
          lacking.add(folder);
        }
      }
    }
    assertThat(packages).hasSizeGreaterThan(50);
    assertThat(lacking).as("packages without a package-info.java").isEmpty();
  }

  private static TreeSet<Path> packages(Path sources) throws IOException {
    try (Stream<Path> files = Files.walk(sources)) {
      TreeSet<Path> packages = new TreeSet<>();
      files
          .filter(file -> file.toString().endsWith(".java"))
          .forEach(file -> packages.add(file.getParent()));
      return packages;
    }
  }
}
