package dev.lockjaw.docs;

import dev.lockjaw.cli.reproduce.LedgerPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The README or a page below docs.
 *
 * @param name relative to the repository
 * @param lines its text
 */
record Page(String name, List<String> lines) {
  static final Path REPOSITORY = Path.of("../../..").toAbsolutePath().normalize();

  private static final String END = "<!-- end -->";
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\[[^\\]]+\\]\\(([^)]+)\\)");

  /**
   * A part that is written by {@link Generated}.
   *
   * @param line that of the comment that begins it
   */
  record Region(int line, String name, List<String> body) {}

  static Page read(String name) throws IOException {
    return new Page(name, Files.readAllLines(REPOSITORY.resolve(name)));
  }

  static List<Page> all() throws IOException {
    List<Page> pages = new ArrayList<>(List.of(read("README.md")));
    try (Stream<Path> files = Files.list(REPOSITORY.resolve("docs"))) {
      for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
        pages.add(read("docs/" + file.getFileName()));
      }
    }
    return pages;
  }

  Path folder() {
    return REPOSITORY.resolve(name).getParent();
  }

  /** The fenced blocks outside of regions. */
  List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      if (isRegion(i)) {
        i = lines.subList(i, lines.size()).indexOf(END) + i;
      } else if (lines.get(i).startsWith("```")) {
        List<String> rest = lines.subList(i + 1, lines.size());
        Optional<Note> note = i == 0 ? Optional.empty() : Note.of(lines.get(i - 1));
        List<String> body = List.copyOf(rest.subList(0, rest.indexOf("```")));
        blocks.add(new Block(i, lines.get(i).substring(3), note, body));
        i += body.size() + 1;
      }
    }
    return blocks;
  }

  private boolean isRegion(int line) {
    return Note.of(lines.get(line)).map(Note::kind).equals(Optional.of(Note.Kind.GENERATED));
  }

  List<Region> regions() {
    return IntStream.range(0, lines.size())
        .filter(this::isRegion)
        .mapToObj(
            line -> {
              List<String> rest = lines.subList(line + 1, lines.size());
              return new Region(
                  line,
                  Note.of(lines.get(line)).orElseThrow().source(),
                  List.copyOf(rest.subList(0, rest.indexOf(END))));
            })
        .toList();
  }

  /** The notes that stand above no block. */
  List<Note> notes() {
    return lines.stream().flatMap(line -> Note.of(line).stream()).toList();
  }

  /** What stands between backquotes in running text. */
  List<String> code() {
    return prose().flatMap(line -> found(CODE, line)).toList();
  }

  List<String> links() {
    return prose().flatMap(line -> found(LINK, line)).toList();
  }

  private static Stream<String> found(Pattern pattern, String line) {
    return pattern.matcher(line).results().map((MatchResult one) -> one.group(1));
  }

  private Stream<String> prose() {
    List<Block> blocks = blocks();
    return IntStream.range(0, lines.size())
        .filter(i -> blocks.stream().noneMatch(block -> block.line() <= i && i <= block.end()))
        .mapToObj(lines::get);
  }

  /** What a link may name after {@code #}, as GitHub makes it of headings. */
  Set<String> anchors() {
    return prose()
        .filter(line -> line.startsWith("#"))
        .map(line -> line.replaceFirst("#+ ", "").toLowerCase(Locale.ROOT))
        .map(heading -> heading.replaceAll("[^\\w\\- ]", "").replace(' ', '-'))
        .collect(Collectors.toSet());
  }

  /** The same page with other lines from one to another, which is not among them. */
  Page with(int from, int to, List<String> replacement) {
    List<String> all = new ArrayList<>(lines.subList(0, from));
    all.addAll(replacement);
    all.addAll(lines.subList(to, lines.size()));
    return new Page(name, all);
  }

  /** Whether the program has written it, the whole of it. */
  boolean isLedger() {
    return name.equals("docs/bugs.md");
  }

  Page ledger() {
    return new Page(name, LedgerPage.of(lines));
  }

  void write() throws IOException {
    Files.write(REPOSITORY.resolve(name), lines);
  }
}
