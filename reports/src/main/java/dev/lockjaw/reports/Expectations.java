package dev.lockjaw.reports;

import dev.lockjaw.monitor.FindingKind;
import dev.lockjaw.run.CellResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A baseline: the cells that are known to fail, and how. Every other cell is expected to pass.
 *
 * <p>As text it has a line for each scenario and strategy: their names, the transports joined by
 * commas, and the kinds of findings; {@code #} begins a comment.
 */
public final class Expectations {
  /** Expects every cell to pass. */
  public static final Expectations NONE = new Expectations(Map.of());

  private static final String BUILT_IN = "baseline.txt";

  private final Map<Key, Expected> failures;

  private record Key(String scenario, String strategy, String transport) {}

  private Expectations(Map<Key, Expected> failures) {
    this.failures = failures;
  }

  /** What is known of the strategies that come with Lockjaw. */
  public static Expectations builtIn() {
    try (InputStream text = Expectations.class.getResourceAsStream(BUILT_IN)) {
      return parse(
          "the built-in baseline", new String(text.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * Reads a baseline.
   *
   * @param name of the text, for messages
   * @throws MalformedBaselineException with one line for the user, if it isn't one
   */
  public static Expectations parse(String name, String text) {
    Map<Key, Expected> failures = new LinkedHashMap<>();
    int number = 0;
    for (String line : text.split("\\R")) {
      number++;
      String content = line.replaceFirst("#.*", "").strip();
      if (!content.isEmpty()) {
        add(failures, name + ", line " + number, content.split("\\s+"));
      }
    }
    return new Expectations(failures);
  }

  private static void add(Map<Key, Expected> failures, String where, String[] words) {
    if (words.length < 4) {
      throw new MalformedBaselineException(
          where
              + ": '"
              + String.join(" ", words)
              + "' is not a scenario, a strategy, transports and kinds of findings");
    }
    List<FindingKind> kinds = new ArrayList<>();
    for (String id : List.of(words).subList(3, words.length)) {
      kinds.add(
          Kinds.named(id)
              .orElseThrow(
                  () ->
                      new MalformedBaselineException(
                          where + ": '" + id + "' is not a kind of finding")));
    }
    for (String transport : words[2].split(",")) {
      Key key = new Key(words[0], words[1], transport);
      if (failures.put(key, Expected.failure(kinds)) != null) {
        throw new MalformedBaselineException(
            where + ": " + String.join("/", words[0], words[1], transport) + " has a line already");
      }
    }
  }

  /** What a cell is expected to come to. */
  public Expected of(String scenario, String strategy, String transport) {
    return failures.getOrDefault(new Key(scenario, strategy, transport), Expected.PASS);
  }

  /** A result, with what was expected of it. */
  public CellLine judge(CellResult result) {
    return new CellLine(result, of(result.scenario(), result.strategy(), result.transport()));
  }

  /** How many cells are expected to fail. */
  public int size() {
    return failures.size();
  }
}
