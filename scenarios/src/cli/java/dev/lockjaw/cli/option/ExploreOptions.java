package dev.lockjaw.cli.option;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.result.Mode;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how cells are run, and how far. */
public final class ExploreOptions {
  private static final Duration STRESS_BUDGET = Duration.ofSeconds(60);
  private static final int MOST_PREEMPTIONS = 10;
  private static final int MOST_JOBS = 256;

  @Option(
      names = "--mode",
      paramLabel = "MODE",
      defaultValue = "explore",
      description = {
        "explore: every interleaving, one thread at a time (the default).",
        "stress: threads run free, over and over.",
        "jcstress, lincheck: the lock strategies by themselves, with those tools."
      })
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
          "Time for the whole run, such as 500ms, 60s, 5m, 1h. Exploring, what is left over goes"
              + " into random interleavings beyond the bound; default: as long as the bound takes."
              + " Under stress the cells share it; default 60s.")
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

  public boolean letCrash() {
    return letCrash;
  }

  /** The mode, which may be an {@link #engine}'s. */
  public Mode mode() {
    return Mode.named(mode)
        .filter(known -> known != Mode.REPLAY)
        .orElseThrow(
            () ->
                new UsageException(
                    "--mode '"
                        + mode
                        + "' is not known; there are explore, stress, jcstress and lincheck"));
  }

  /** The tool of others that the mode stands for, if it does. */
  public Optional<Engine> engine() {
    return Mode.named(mode).flatMap(Engine::of);
  }

  /** What it may take. */
  public Duration budget(Engine engine) {
    return budget == null ? engine.budget() : budget;
  }

  int jobs() {
    return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
  }

  public Campaign.Options options() {
    Mode chosen = mode();
    Duration time = budget == null && chosen == Mode.STRESS ? STRESS_BUDGET : budget;
    inRange("--preemptions", preemptions, 0, MOST_PREEMPTIONS);
    inRange("--jobs", jobs(), 1, MOST_JOBS);
    return new Campaign.Options(
        chosen,
        preemptions,
        !noPrune,
        time == null ? Long.MAX_VALUE : time.toNanos(),
        jobs(),
        seed);
  }

  public static void inRange(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw new UsageException(
          option + " " + value + " is out of range; it goes from " + least + " to " + most);
    }
  }
}
