package dev.lockjaw.process;

import dev.lockjaw.campaign.Limits;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Counts;
import dev.lockjaw.result.Ending;
import dev.lockjaw.result.EndingKind;
import dev.lockjaw.result.Extent;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Times;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Cell;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Counts the results of stress in worker JVMs that run with the guard off. Each runs until it dies,
 * as an application would, or until the time is up. docs/crashes.md lists how they die.
 */
final class Casualties {
  private final Cell cell;
  private final Limits limits;
  private final long start = System.nanoTime();
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private final Map<String, Integer> ways = new TreeMap<>();
  private int attempts;
  private int dead;
  private long run;
  private long failing;
  private long races;
  private double connectMs;
  private long firstFinding = -1;
  private double firstMs = -1;
  private double attemptStartMs;
  private Ending ending = Ending.COMPLETE;

  Casualties(Cell cell, Limits limits) {
    this.cell = cell;
    this.limits = limits;
  }

  /** Marks the start of an attempt. */
  void begin() {
    attemptStartMs = (System.nanoTime() - start) / 1e6;
  }

  int attempts() {
    return attempts;
  }

  boolean toolFailed() {
    return ending.is(EndingKind.TOOL_FAILED);
  }

  void add(Attempt attempt) {
    attempts++;
    if (attempt.result() != null) {
      survived(attempt.result());
    } else if (attempt.blamesTheStack(true)) {
      died(attempt);
    } else {
      ending = Ending.toolFailed("a worker JVM " + attempt.death().text() + " in mid-cell");
    }
  }

  private void survived(CellResult result) {
    // the time may be over before the last of several processes can begin
    boolean late = run > 0 && result.ending().is(EndingKind.NOT_REACHED);
    ending = late ? Ending.COMPLETE : result.ending();
    if (result.verdict() == Verdict.ERROR) {
      return;
    }
    Counts counts = result.counts();
    if (counts.failing() > 0) {
      first(result.times().firstFindingSchedule(), result.times().firstFindingMs());
    }
    count(counts.schedules(), counts.failing(), counts.races());
    connectMs += result.times().connectMs();
    result.findings().forEach(found -> findings.putIfAbsent(found.message(), found));
  }

  private void died(Attempt attempt) {
    dead++;
    Logbook.Entry last = attempt.last();
    boolean before = last.firstRun() > 0;
    first(
        before ? last.firstRun() : last.begun(),
        (before ? last.firstNanos() : attempt.nanos()) / 1e6);
    // the iteration that killed it is the one whose end it has not recorded
    count(last.begun(), last.failing() + 1, last.races() + 1);
    ways.merge(attempt.death().way(), 1, Integer::sum);
  }

  /** Records the first finding of an attempt, if it is the first of all attempts. */
  private void first(long iteration, double millis) {
    if (firstFinding < 0) {
      firstFinding = run + iteration;
      firstMs = attemptStartMs + millis;
    }
  }

  private void count(long runs, long failed, long raced) {
    run += runs;
    races += raced;
    failing += failed;
  }

  CellResult result() {
    return new CellResult(
        cell.id(),
        limits.mode(),
        verdict(),
        Extent.NONE,
        Counts.of(run, failing).withRaces(races),
        Times.elapsed((System.nanoTime() - start) / 1e6)
            .withConnect(connectMs)
            .withFirstFinding(firstFinding, firstMs),
        limits.seed(),
        Stream.concat(crash(), findings.values().stream()).toList(),
        ending);
  }

  private Verdict verdict() {
    if (toolFailed()) {
      return Verdict.ERROR;
    }
    return run == 0 ? Verdict.SKIPPED : failing > 0 ? Verdict.FAIL : Verdict.PASS;
  }

  private Stream<Finding> crash() {
    if (dead == 0) {
      return Stream.empty();
    }
    String causes =
        ways.entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
            .map(way -> way.getValue() + " " + way.getKey())
            .collect(Collectors.joining("; "));
    String message =
        "the native stack killed "
            + dead
            + " of "
            + attempts
            + " processes in "
            + run
            + " iterations, in "
            + failing
            + " of which threads met that must not: "
            + causes;
    return Stream.of(new Finding(FindingKind.NATIVE_CRASH, message, List.of(), null));
  }
}
