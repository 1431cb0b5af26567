package dev.lockjaw.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The source files of the repository. */
final class Sources {
  private static final Path ROOT = Path.of("../../..");

  private static final List<Path> MAIN =
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

  private static final List<Path> ALL =
      Stream.of("harness/src", "reports/src", "scenarios/src").map(ROOT::resolve).toList();

  private Sources() {}

  /** Those that are not tests. */
  static List<Path> main() throws IOException {
    return in(MAIN);
  }

  /** Those of all modules, tests as well. */
  static List<Path> all() throws IOException {
    return in(ALL);
  }

  /** Without what a build has made. */
  private static List<Path> in(List<Path> folders) throws IOException {
    Stream.Builder<Path> found = Stream.builder();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files
            .filter(file -> file.toString().endsWith(".java"))
            .filter(file -> !file.toString().contains("/target/"))
            .forEach(found);
      }
    }
    return found.build().toList();
  }
}
