package dev.lockjaw.cli.reproduce;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.context.Scratch;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.corpus.Entry;
import dev.lockjaw.corpus.Release;
import dev.lockjaw.corpus.Searches;
import dev.lockjaw.corpus.UnresolvableException;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.IoReason;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Lets the explorer find a bug in a published library, by a test that does not know the bug. */
final class SearchReproduction {
  private static final Duration BUDGET = Duration.ofSeconds(60);

  private final Context context;
  private final Terminal terminal;
  private final int times;

  /**
   * @param times how often to replay what is found, each time in a new JVM
   */
  SearchReproduction(Context context, int times) {
    this.context = context;
    this.terminal = context.terminal();
    this.times = times;
  }

  /** Searches in each release of a bug, and prints what it finds. Returns the exit code. */
  int run(Entry entry) {
    boolean asKnown = true;
    try (Scratch scratch = new Scratch();
        Searches searches = new Searches(scratch.folder(), BUDGET)) {
      prepare(searches, entry);
      terminal.heading(entry.id() + ": " + entry.description());
      terminal.say(
          "An ordinary test, which does not know the bug, is explored for at most "
              + BUDGET.toSeconds()
              + " s with each release.");
      terminal.say("");
      for (Release release : entry.releases()) {
        if (context.interrupt().happened()) {
          return ExitCode.INTERRUPTED;
        }
        asKnown &= search(searches, entry, release) == release.buggy();
      }
    } catch (IOException failed) {
      throw new ToolException("cannot search for it: " + IoReason.of(failed));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return ExitCode.INTERRUPTED;
    }
    terminal.say(asKnown ? "As expected." : "Not as expected: see the releases above.");
    return asKnown ? ExitCode.OK : ExitCode.FINDING;
  }

  private static void prepare(Searches searches, Entry entry) {
    try {
      searches.prepare(entry);
    } catch (UnresolvableException failed) {
      throw new ToolException(failed.getMessage());
    }
  }

  private boolean search(Searches searches, Entry entry, Release release)
      throws IOException, InterruptedException {
    terminal.heading(release.label());
    CellResult result = searches.search(entry, release);
    Optional<Finding> found =
        result.findings().stream()
            .filter(finding -> finding.kind() != FindingKind.DATA_RACE)
            .findFirst();
    terminal.say(extent(result));
    if (found.isPresent()) {
      int again = 0;
      for (int i = 0; i < times && !context.interrupt().happened(); i++) {
        again += shows(searches.replay(entry, release, found.get().token()), found.get()) ? 1 : 0;
      }
      terminal.say("Replayed in " + times + " new processes: found again in " + again + ".");
      terminal.say("");
      terminal.print(
          Explanation.of(
              result, token -> List.of("  " + token), terminal.width(), terminal.style()));
    }
    terminal.say("");
    return found.isPresent();
  }

  private static boolean shows(CellResult replayed, Finding wanted) {
    return replayed.findings().stream().anyMatch(finding -> finding.kind() == wanted.kind());
  }

  private static String extent(CellResult result) {
    boolean all = result.extent().exhausted();
    long schedules = result.counts().schedules();
    String bound = "at most " + Text.count(result.extent().preemptions(), "preemption");
    return result.findings().isEmpty()
        ? "Nothing found in "
            + (all ? "all " : "")
            + schedules
            + " schedules within "
            + bound
            + (all
                ? "."
                : ", of which " + result.counts().random() + " at random; not all were run.")
        : "Found in schedule " + result.times().firstFindingSchedule() + " of " + schedules + ".";
  }
}
