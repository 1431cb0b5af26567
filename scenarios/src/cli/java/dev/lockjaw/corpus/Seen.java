package dev.lockjaw.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What came of attempts.
 *
 * @param bugs how often the bug was seen
 * @param fine how often nothing went wrong
 * @param missed why it could not be told, once for each such time
 * @param deaths of those bugs, the ones that killed the process, and how
 * @param words what happened the first time, or null
 * @param threads who had part in it
 */
public record Seen(
    int bugs,
    int fine,
    List<String> missed,
    List<String> deaths,
    String words,
    List<ThreadSeen> threads) {
  /** No attempt. */
  public static final Seen NOTHING = new Seen(0, 0, List.of(), List.of(), null, List.of());

  /** How many tries there were. */
  public int tries() {
    return bugs + fine + missed.size();
  }

  /** This, and more after it. */
  public Seen plus(Seen more) {
    Seen first = words == null ? more : this;
    return new Seen(
        bugs + more.bugs,
        fine + more.fine,
        both(missed, more.missed),
        both(deaths, more.deaths),
        first.words,
        first.threads);
  }

  private static List<String> both(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  /** From the lines that a child has written, as {@code Observations} describes them. */
  static Seen parse(Collection<String> lines) {
    int bugs = 0;
    int fine = 0;
    String words = null;
    List<String> missed = new ArrayList<>();
    List<ThreadSeen> threads = new ArrayList<>();
    for (String line : lines) {
      String[] parts = line.split("\t");
      switch (parts[0]) {
        case "fine" -> fine++;
        case "missed" -> missed.add(parts[1]);
        case "bug" -> {
          bugs++;
          words = words == null ? parts[1] : words;
        }
        case "thread" ->
            threads.add(new ThreadSeen(parts[1], parts[2], new ArrayList<>(), new ArrayList<>()));
        case "holds" -> threads.get(threads.size() - 1).held().add(parts[1]);
        case "frame" -> threads.get(threads.size() - 1).stack().add(parts[1]);
        default -> missed.add("a child said what is not understood: " + line);
      }
    }
    return new Seen(bugs, fine, List.copyOf(missed), List.of(), words, List.copyOf(threads));
  }
}
