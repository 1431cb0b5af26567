package dev.lockjaw.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * What attempts showed.
 *
 * @param bugs how many tries showed the bug
 * @param fine how many tries went well
 * @param missed for each try without a result, the reason
 * @param deaths for each of the bugs that killed the process, how it died
 * @param words what happened the first time, or null
 * @param threads the threads that were involved
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

  /** The number of tries. */
  public int tries() {
    return bugs + fine + missed.size();
  }

  /** The sum of this and later results. */
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

  /** Parses the lines that a child writes with {@code Observations}. */
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
        default -> missed.add("a child wrote a line that is not understood: " + line);
      }
    }
    return new Seen(bugs, fine, List.copyOf(missed), List.of(), words, List.copyOf(threads));
  }
}
