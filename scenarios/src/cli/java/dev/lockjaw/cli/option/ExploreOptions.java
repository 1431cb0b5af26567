package dev.lockjaw.cli.option;

import dev.lockjaw.campaign.Campaign;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.result.Mode;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options for how cells are run, and how far. */
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
        "stress: threads run unscheduled, over and over.",
        "jcstress, lincheck: those tools run the lock strategies by themselves."
      })
  private String mode;

  @Option(
      names = "--preemptions",
      paramLabel = "N",
      defaultValue = "2",
      description =
          "Most switches away from a thread that could have gone on; 0 to 10, default"
              + " ${DEFAULT-VALUE}.")
  private int preemptions;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "Time for the whole run, such as 500ms, 60s, 5m, 1h. explore spends what is left over on"
              + " random interleavings beyond the bound; its default is the time that the bound"
              + " takes. stress shares it among the cells; its default is 60s.")
  private Duration budget;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Seed of everything random; default ${DEFAULT-VALUE}.")
  private long seed;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Cells to run at the same time; default: the number of cores.")
  private Integer jobs;

  @Option(
      names = "--no-prune",
      description = "Also run interleavings that are equivalent to others.")
  private boolean noPrune;

  @Option(
      names = "--fresh-sessions",
      description =
          "Shake hands in every interleaving or iteration. Without it, a TLS session that one leaves"
              + " unhurt serves a later one.")
  private boolean freshSessions;

  @Option(
      names = "--let-crash",
      description =
          "Let misuse reach a native stack instead of stopping it at the guard. The worker JVM may"
              + " die; Lockjaw reports how.")
  private boolean letCrash;

  public boolean letCrash() {
    return letCrash;
  }

  public boolean freshSessions() {
    return freshSessions;
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
                        + "' is unknown; the modes are explore, stress, jcstress and lincheck"));
  }

  /** The third-party tool that the mode names; empty for explore and stress. */
  public Optional<Engine> engine() {
    return Mode.named(mode).flatMap(Engine::of);
  }

  /** Its time limit. */
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
          option + " " + value + " is out of range; use " + least + " to " + most);
    }
  }
}
