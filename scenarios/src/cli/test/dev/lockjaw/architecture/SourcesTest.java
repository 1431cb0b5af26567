package dev.lockjaw.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Files and folders are small, those of tests as well, and each class has a name of its own. */
class SourcesTest {
  private static final int MOST_LINES = 400;
  private static final int MOST_CLASSES = 25;

  @Test
  void filesAreShort() throws IOException {
    Map<Path, Integer> lines = new TreeMap<>();
    for (Path file : Sources.all()) {
      lines.put(file, Files.readAllLines(file).size());
    }
    assertThat(lines).hasSizeGreaterThan(1000);
    lines.values().removeIf(size -> size <= MOST_LINES);
    assertThat(lines).as("files over " + MOST_LINES + " lines").isEmpty();
  }

  @Test
  void noTwoClassesHaveOneSimpleName() throws IOException {
    Map<Path, Long> names =
        Sources.main().stream()
            .map(Path::getFileName)
            .filter(name -> !name.endsWith("package-info.java"))
            .collect(Collectors.groupingBy(name -> name, Collectors.counting()));
    assertThat(names).hasSizeGreaterThan(500);
    names.values().removeIf(count -> count == 1);
    assertThat(names).as("names of several classes").isEmpty();
  }

  @Test
  void foldersHoldFewClasses() throws IOException {
    List<Path> classes =
        Sources.all().stream().filter(file -> !file.endsWith("package-info.java")).toList();
    Map<Path, Long> sizes =
        classes.stream().collect(Collectors.groupingBy(Path::getParent, Collectors.counting()));
    assertThat(sizes).hasSizeGreaterThan(100);
    sizes.values().removeIf(size -> size <= MOST_CLASSES);
    assertThat(sizes).as("folders with more than " + MOST_CLASSES + " classes").isEmpty();
  }
}
