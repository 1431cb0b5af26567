package dev.lockjaw.reports.merge;

import dev.lockjaw.reports.results.Header;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares and joins the headers of results that may be parts of one run. */
public final class Headers {
  /** The option in which machines may differ; it affects only times. */
  private static final String JOBS = "jobs";

  private Headers() {}

  /**
   * What shows that two headers are of different runs, in words, such as {@code seed is 1 there and
   * 2 here}; empty if they may be of one run.
   *
   * @param own options in which they may differ
   */
  public static Optional<String> difference(Header there, Header here, Set<String> own) {
    if (!there.lockjaw().equals(here.lockjaw())) {
      return Optional.of(difference("Lockjaw's version", there.lockjaw(), here.lockjaw()));
    }
    Map<String, Object> its = new TreeMap<>(there.options());
    Map<String, Object> mine = new TreeMap<>(here.options());
    Set<String> names = new TreeSet<>(its.keySet());
    names.addAll(mine.keySet());
    names.remove(JOBS);
    names.removeAll(own);
    List<String> last = List.of(CellList.CELLS, CellList.DIGEST); // any other option explains more
    last.forEach(names::remove);
    names = new LinkedHashSet<>(names);
    names.addAll(last);
    for (String name : names) {
      // Compared as text, because a number that was read back may have another type.
      String one = String.valueOf(its.getOrDefault(name, "not set"));
      String other = String.valueOf(mine.getOrDefault(name, "not set"));
      if (!one.equals(other)) {
        return Optional.of(difference(name, one, other));
      }
    }
    return Optional.empty();
  }

  private static String difference(String what, String there, String here) {
    return what + " is " + there + " there and " + here + " here";
  }

  /** One header for all parts of a run: the first's options, all machines, the earliest start. */
  public static Header join(List<Header> headers) {
    Map<String, Object> options = new LinkedHashMap<>(headers.get(0).options());
    if (headers.stream().map(header -> header.options().get(JOBS)).distinct().count() > 1) {
      options.remove(JOBS);
    }
    return new Header(
        headers.get(0).lockjaw(),
        all(headers, Header::java),
        all(headers, Header::os),
        headers.stream().mapToInt(Header::cores).max().orElse(0),
        headers.stream().map(Header::started).min(Instant::compareTo).orElseThrow(),
        options);
  }

  private static String all(List<Header> headers, Function<Header, String> part) {
    return String.join("; ", headers.stream().map(part).distinct().toList());
  }
}
