package dev.lockjaw.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * The README and the pages below docs say what is true today: commands in them are run, Java in
 * them is part of a file that is compiled, tables of options are written from the options.
 *
 * <p>With {@code -Dlockjaw.docs.update=true} what has changed is rewritten instead. With part of a
 * page's name in place of {@code true}, commands on that page that take long are run as well.
 */
class DocsTest {
  private static final int README_BYTES = 8_192;
  private static final String LAUNCHER = "scripts/lockjaw";

  @TempDir Path temp;

  @TestFactory
  Stream<DynamicTest> whatIsShownIsWhatIsPrinted() throws IOException {
    return Page.all().stream()
        .map(page -> dynamicTest(page.name(), () -> check(page, new Update(directory(page)))));
  }

  private Path directory(Page page) throws IOException {
    return Files.createDirectories(temp.resolve(page.name().replace('/', '-')));
  }

  private static void check(Page page, Update update) throws Exception {
    Page fresh = page.isLedger() ? page.ledger() : update.of(page);
    if (Update.WANTED) {
      fresh.write();
    } else if (!fresh.equals(page)) {
      fail("%s", difference(page, fresh));
    }
  }

  private static String difference(Page page, Page fresh) {
    List<String> old = page.lines();
    List<String> now = fresh.lines();
    int most = Math.min(old.size(), now.size());
    int from = 0;
    while (from < most && old.get(from).equals(now.get(from))) {
      from++;
    }
    int to = 0;
    while (to < most - from && old.get(old.size() - 1 - to).equals(now.get(now.size() - 1 - to))) {
      to++;
    }
    return "%s, from line %d:%n%s%nis no longer so; -Dlockjaw.docs.update=true makes it:%n%s"
        .formatted(
            page.name(),
            from + 1,
            String.join("\n", old.subList(from, old.size() - to)),
            String.join("\n", now.subList(from, now.size() - to)));
  }

  @TestFactory
  Stream<DynamicTest> commandsAndOptionsExist() throws IOException {
    return Page.all().stream().map(page -> dynamicTest(page.name(), () -> parse(page)));
  }

  private static void parse(Page page) {
    Stream<String> shown =
        page.blocks().stream()
            .filter(block -> Set.of("sh", "console").contains(block.language()))
            .flatMap(block -> block.body().stream())
            .map(line -> line.startsWith("$ ") ? line.substring(2) : line);
    Stream<String> noted =
        page.notes().stream()
            .filter(note -> Set.of(Note.Kind.RUN, Note.Kind.MEASURED).contains(note.kind()))
            .map(Note::source);
    Stream.of(shown, noted, page.code().stream())
        .flatMap(lines -> lines)
        .filter(line -> line.startsWith(LAUNCHER + " "))
        .forEach(DocsTest::parse);
    assertThat(page.code().stream().filter(code -> code.matches("--[a-z-]+( .*)?")))
        .allMatch(code -> Generated.options().contains(code.split(" ")[0]), "is an option");
  }

  private static void parse(String line) {
    List<String> words = Words.of(line);
    try {
      Generated.ROOT.parseArgs(words.subList(1, words.size()).toArray(String[]::new));
    } catch (CommandLine.ParameterException wrong) {
      fail("'%s': %s", line, wrong.getMessage());
    }
  }

  @TestFactory
  Stream<DynamicTest> classesAndFilesExist() throws IOException {
    return Page.all().stream()
        .flatMap(page -> page.code().stream())
        .distinct()
        .flatMap(code -> Stream.of(inRepository(code), isClass(code)).flatMap(Optional::stream));
  }

  private static Optional<DynamicTest> inRepository(String code) {
    return code.matches("(harness|reports|scenarios|scripts|docs)/[^ *]+")
        ? Optional.of(dynamicTest(code, () -> assertThat(Page.REPOSITORY.resolve(code)).exists()))
        : Optional.empty();
  }

  /** Such as {@code result.Token}, or a class and a method of it. */
  private static Optional<DynamicTest> isClass(String code) {
    return code.matches("([a-z]+\\.)+[A-Z]\\w+(\\.\\w+)?")
        ? Optional.of(dynamicTest(code, () -> load(code)))
        : Optional.empty();
  }

  private static void load(String code) throws ClassNotFoundException {
    String name = code.replaceFirst("([A-Z]\\w+)\\.\\w+$", "$1");
    Class<?> type = Class.forName("dev.lockjaw." + name.replace("dev.lockjaw.", ""));
    if (!name.equals(code)) {
      String method = code.substring(name.length() + 1);
      assertThat(type.getMethods()).anyMatch(one -> one.getName().equals(method));
    }
  }

  @TestFactory
  Stream<DynamicTest> linksLeadSomewhere() throws IOException {
    return Page.all().stream()
        .flatMap(
            page ->
                page.links().stream()
                    .filter(link -> !link.matches("https?:.*"))
                    .map(link -> dynamicTest(page.name() + ": " + link, () -> follow(page, link))));
  }

  private static void follow(Page page, String link) throws IOException {
    String[] parts = link.split("#", 2);
    Path file =
        parts[0].isEmpty()
            ? Page.REPOSITORY.resolve(page.name())
            : page.folder().resolve(parts[0]).normalize();
    assertThat(file).exists();
    if (parts.length > 1) {
      assertThat(Page.read(Page.REPOSITORY.relativize(file).toString()).anchors())
          .contains(parts[1]);
    }
  }

  @Test
  void everyPageIsLinkedFromTheReadme() throws IOException {
    assertThat(Page.read("README.md").links())
        .containsAll(Page.all().stream().map(Page::name).skip(1).toList());
  }

  @Test
  void theReadmeIsShort() throws IOException {
    assertThat(Files.size(Page.REPOSITORY.resolve("README.md"))).isLessThanOrEqualTo(README_BYTES);
  }

  @Test
  void everyCommandIsDescribed() throws IOException {
    Set<String> described =
        Page.read("docs/cli.md").regions().stream()
            .map(Page.Region::name)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).containsAll(Generated.commands()).contains("common options");
  }
}
