package dev.lockjaw.cli;

import dev.lockjaw.run.Campaign;
import dev.lockjaw.run.Conditions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that say how far cells are explored. */
final class ExploreOptions {
  private static final String EXPLORE = "explore";
  private static final int MOST_PREEMPTIONS = 10;
  private static final int MOST_JOBS = 256;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = EXPLORE,
      description = "explore: every interleaving, one thread at a time. The only mode so far.")
  private String mode;

  @Option(
      names = "--preemptions",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Switches away from a thread that could have gone on, at most; 0 to 10, default"
              + " ${DEFAULT-VALUE}.")
  private int preemptions;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Time for the whole run, such as 500ms, 60s, 5m, 1h. What it leaves over goes into random"
              + " interleavings beyond the bound. Default: as long as the bound takes.")
  private Duration budget;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Of what is random; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Cells at a time; default: the number of cores.")
  private Integer jobs;

  @Option(
      names = "--no-prune",
      description = "Run equivalent interleavings too, which are otherwise left out.")
  private boolean noPrune;

  @Option(
      names = "--let-crash",
      description =
          "Let in who would crash a native stack, instead of keeping it out: the worker JVM dies,"
              + " and what of is told.")
  private boolean letCrash;

  /** Under what conditions cells are to be run. */
  Conditions conditions() {
    return new Conditions(letCrash);
  }

  String mode() {
    return mode;
  }

  int jobs() {
    return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
  }

  Campaign.Options options() {
    if (!mode.equals(EXPLORE)) {
      throw new UsageException("--mode '" + mode + "' is not known; there is only " + EXPLORE);
    }
    inRange("--preemptions", preemptions, 0, MOST_PREEMPTIONS);
    inRange("--jobs", jobs(), 1, MOST_JOBS);
    return new Campaign.Options(
        preemptions, !noPrune, budget == null ? Long.MAX_VALUE : budget.toNanos(), jobs(), seed);
  }

  static void inRange(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new UsageException(
          option + " " + value + " is out of range; it goes from " + least + " to " + most);
    }
  }
}
