package dev.lockjaw.reports.merge;

import dev.lockjaw.reports.results.Header;
import dev.lockjaw.reports.results.RunOptions;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Compares and joins the headers of results that may be parts of one run. */
public final class Headers {
  /** Compared last, because any other option explains more. */
  private static final List<String> LAST =
      List.of(RunOptions.Name.CELLS.id(), RunOptions.Name.CELLS_DIGEST.id());

  private Headers() {}

  /**
   * What shows that two headers are of different runs, in words, such as {@code seed is 1 there and
   * 2 here}; empty if they may be of one run.
   */
  public static Optional<String> difference(Header there, Header here) {
    if (!there.lockjaw().equals(here.lockjaw())) {
      return Optional.of(difference("Lockjaw's version", there.lockjaw(), here.lockjaw()));
    }
    Map<String, Object> its = there.options().withoutJobs().byName();
    Map<String, Object> mine = here.options().withoutJobs().byName();
    Set<String> all = new TreeSet<>(its.keySet());
    all.addAll(mine.keySet());
    LAST.forEach(all::remove);
    Set<String> names = new LinkedHashSet<>(all);
    names.addAll(LAST);
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
    boolean alike = headers.stream().map(header -> header.options().jobs()).distinct().count() == 1;
    RunOptions options = headers.get(0).options();
    return new Header(
        headers.get(0).lockjaw(),
        all(headers, Header::java),
        all(headers, Header::os),
        headers.stream().mapToInt(Header::cores).max().orElse(0),
        headers.stream().map(Header::started).min(Instant::compareTo).orElseThrow(),
        alike ? options : options.withoutJobs());
  }

  private static String all(List<Header> headers, Function<Header, String> part) {
    return String.join("; ", headers.stream().map(part).distinct().toList());
  }
}
