package dev.lockjaw.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Brings a page up to date. A block that is right, but for what differs from run to run, stays. */
final class Update {
  /**
   * Empty, {@code true}, or parts of the names of pages whose long commands are run as well,
   * separated by commas.
   */
  private static final String ASKED = System.getProperty("lockjaw.docs.update", "");

  static final boolean WANTED = !ASKED.isEmpty();

  private static final Set<String> SHOWS_NO_OUTPUT = Set.of("sh", "mermaid");
  private static final String PROMPT = "$ ";
  private static final Pattern VARIES =
      Pattern.compile(
          "(?<=\\.java:)\\d+" // JDKs differ
              + "|[\\d.,]+ (?=ms\\b|s\\b|min\\b|a second|jobs?$)"
              + "|(?<=lockjaw-out/)[\\d-]+");

  private final Path directory;

  /**
   * @param directory where the page's commands run
   */
  Update(Path directory) {
    this.directory = directory;
  }

  Page of(Page page) throws Exception {
    Page fresh = page;
    for (int i = 0; i < page.regions().size(); i++) {
      Page.Region region = fresh.regions().get(i);
      int first = region.line() + 1;
      fresh = fresh.with(first, first + region.body().size(), Generated.of(region.name()));
    }
    for (int i = 0; i < page.blocks().size(); i++) {
      Block block = fresh.blocks().get(i);
      boolean again = block.has(Note.Kind.RUN) && isAsked(page);
      fresh = fresh.with(block.line() + 1, block.end(), body(page, block, again));
      if (again) {
        Note note = block.note().orElseThrow();
        Note today = new Note(note.kind(), LocalDate.now().toString(), note.source());
        fresh = fresh.with(block.line() - 1, block.line(), List.of(today.text()));
      }
    }
    return fresh;
  }

  private static boolean isAsked(Page page) {
    return WANTED && Arrays.stream(ASKED.split(",")).anyMatch(page.name()::contains);
  }

  private List<String> body(Page page, Block block, boolean again) throws Exception {
    if (block.has(Note.Kind.FROM)) {
      return fromFile(block);
    }
    if (SHOWS_NO_OUTPUT.contains(block.language())) {
      return block.body();
    }
    assertThat(block.language())
        .as("%s:%s is run, or says where it is from", page.name(), block.line() + 1)
        .isEqualTo("console");
    boolean kept = block.has(Note.Kind.MEASURED) || block.has(Note.Kind.RUN) && !again;
    return kept ? block.body() : printed(block.body(), again);
  }

  private List<String> fromFile(Block block) throws IOException {
    Path file = Page.REPOSITORY.resolve(block.note().orElseThrow().source());
    List<String> around = new ArrayList<>(block.body());
    around.add(0, "...");
    around.add("...");
    List<String> fresh = refreshed(around, Files.readAllLines(file));
    List<String> kept = new ArrayList<>(fresh);
    if (Excerpt.isGap(kept.get(0))) {
      kept.remove(0);
    }
    if (Excerpt.isGap(kept.get(kept.size() - 1))) {
      kept.remove(kept.size() - 1);
    }
    return kept;
  }

  /** Each command of a block, with what it prints. */
  private List<String> printed(List<String> body, boolean inAProcess) throws Exception {
    List<String> fresh = new ArrayList<>();
    for (int at = 0; at < body.size(); ) {
      String command = body.get(at);
      assertThat(command).startsWith(PROMPT + "scripts/lockjaw ");
      int end = at + 1;
      while (end < body.size() && !body.get(end).startsWith(PROMPT)) {
        end++;
      }
      fresh.add(command);
      String line = command.substring(PROMPT.length());
      List<String> words = Words.of(line);
      List<String> shown =
          inAProcess ? process(line) : Shell.run(directory, words.subList(1, words.size()));
      fresh.addAll(refreshed(body.subList(at + 1, end), shown));
      at = end;
    }
    return fresh;
  }

  private static List<String> refreshed(List<String> shown, List<String> whole) {
    List<String> text = whole.stream().map(String::stripTrailing).toList();
    Excerpt excerpt = new Excerpt(shown, line -> VARIES.matcher(line).replaceAll("0"));
    return excerpt.shows(text) ? shown : excerpt.of(text);
  }

  private List<String> process(String line) throws Exception {
    Path output = Files.createTempFile(directory, "output", ".txt");
    Process process =
        new ProcessBuilder("bash", "-c", Page.REPOSITORY + "/" + line)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(1, TimeUnit.HOURS)).isTrue();
    return Files.readAllLines(output);
  }
}
