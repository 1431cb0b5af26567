package dev.lockjaw.jcstress;

import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Mode;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;

/** Turns what jcstress saw of a cell into a result of Lockjaw. */
final class Outcomes {
  /** The TLS version in results of cells without TLS. */
  private static final String NO_TLS = "no-tls";

  private final Family family;
  private final String strategy;
  private final Map<String, Seen> seen = new TreeMap<>();
  private final List<String> failures = new ArrayList<>();
  private long samples;

  /** The number of times an outcome was seen, over all forks. */
  private record Seen(String outcome, Expect expect, String sentence, long count) {
    Seen plus(Seen other) {
      return new Seen(outcome, expect, sentence, count + other.count);
    }

    boolean forbidden() {
      return expect != Expect.ACCEPTABLE && expect != Expect.ACCEPTABLE_INTERESTING;
    }

    String text() {
      return String.format(Locale.ROOT, "'%s' %,d", outcome, count);
    }
  }

  Outcomes(Family family, String strategy) {
    this.family = family;
    this.strategy = strategy;
  }

  /**
   * The result of a cell.
   *
   * @param forks the number of JVMs that should have run it
   */
  CellResult of(Collection<TestResult> results, int forks, double elapsedMs) {
    results.forEach(this::add);
    if (results.size() != forks) {
      failures.add(results.size() + " of " + forks + " JVMs gave a result");
    }
    List<Finding> findings = findings();
    if (findings.isEmpty() && failures.isEmpty() && samples < family.leastSamples()) {
      failures.add(
          "only "
              + samples
              + " samples, too few to go by; give it more time with --budget, or the machine more"
              + " rest");
    }
    if (!failures.isEmpty()) {
      Ending ending = Ending.toolFailed("jcstress: " + String.join("; ", failures));
      return result(Verdict.ERROR, findings, ending, elapsedMs);
    }
    return result(
        findings.isEmpty() ? Verdict.PASS : Verdict.FAIL,
        findings,
        new Ending(EndingKind.COMPLETE, counts()),
        elapsedMs);
  }

  /** The result of a cell that could not run. */
  CellResult notReached() {
    return CellResult.skipped(id(), Mode.JCSTRESS, Ending.NOT_REACHED);
  }

  private void add(TestResult result) {
    samples += result.getTotalCount();
    if (result.status() != Status.NORMAL) {
      failures.add(
          "a JVM ended with "
              + result.status()
              + result.getMessages().stream()
                  .filter(Objects::nonNull)
                  .map(message -> ": " + message.lines().findFirst().orElse("").strip())
                  .reduce("", String::concat));
      return;
    }
    for (GradingResult graded : result.grading().gradingResults.values()) {
      if (graded.count > 0) {
        seen.merge(
            graded.id,
            new Seen(graded.id, graded.expect, graded.description, graded.count),
            Seen::plus);
      }
    }
  }

  private String counts() {
    return String.join("; ", seen.values().stream().map(Seen::text).toList());
  }

  /** One finding for each kind of fault, with all its outcomes. */
  private List<Finding> findings() {
    Map<FindingKind, List<Seen>> kinds = new EnumMap<>(FindingKind.class);
    seen.values().stream()
        .filter(Seen::forbidden)
        .forEach(
            some -> kinds.computeIfAbsent(kind(some.outcome()), k -> new ArrayList<>()).add(some));
    List<Finding> findings = new ArrayList<>();
    kinds.forEach((kind, some) -> findings.add(new Finding(kind, message(some), List.of(), null)));
    return findings;
  }

  private String message(List<Seen> some) {
    long count = some.stream().mapToLong(Seen::count).sum();
    return String.format(
        Locale.ROOT,
        "%s Seen in %,d of %,d samples: %s",
        String.join(" ", some.stream().map(Seen::sentence).distinct().toList()),
        count,
        samples,
        String.join("; ", some.stream().map(Seen::text).toList()));
  }

  /**
   * The first kind whose id is in the outcome; if there is none, the kind that the outcome
   * suggests.
   */
  static FindingKind kind(String outcome) {
    for (FindingKind kind : FindingKind.values()) {
      if (outcome.contains(kind.id())) {
        return kind;
      }
    }
    if (outcome.contains(NullPointerException.class.getSimpleName())) {
      return FindingKind.NULL_DEREFERENCE;
    }
    if (outcome.contains(Task.THREW)) {
      return FindingKind.ESCAPED_EXCEPTION;
    }
    if (outcome.contains(Task.NEVER)) {
      return FindingKind.LOST_MESSAGE;
    }
    return outcome.equals("freed, freed") ? FindingKind.DOUBLE_FREE : FindingKind.RECORD_CORRUPTION;
  }

  private CellResult result(
      Verdict verdict, List<Finding> findings, Ending ending, double elapsedMs) {
    long forbidden = seen.values().stream().filter(Seen::forbidden).mapToLong(Seen::count).sum();
    return new CellResult(
        id(),
        Mode.JCSTRESS,
        verdict,
        Extent.NONE,
        Counts.of(samples, forbidden),
        Times.elapsed(elapsedMs),
        0,
        findings,
        ending);
  }

  private CellId id() {
    String protocol = family.isModel() ? NO_TLS : "tls1.2";
    return new CellId(family.scenario(), strategy, family.transport(), protocol);
  }
}
