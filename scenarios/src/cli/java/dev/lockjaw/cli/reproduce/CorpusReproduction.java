package dev.lockjaw.cli.reproduce;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.context.Scratch;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.corpus.Attempts;
import dev.lockjaw.corpus.BugTally;
import dev.lockjaw.corpus.Entry;
import dev.lockjaw.corpus.Release;
import dev.lockjaw.corpus.Seen;
import dev.lockjaw.corpus.ThreadSeen;
import dev.lockjaw.corpus.UnresolvableException;
import dev.lockjaw.explain.Text;
import dev.lockjaw.reports.results.IoReason;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Shows bugs in published libraries, and that the fixed releases do not have them. */
final class CorpusReproduction {
  private final Context context;
  private final Terminal terminal;
  private final int times;

  CorpusReproduction(Context context, int times) {
    this.context = context;
    this.terminal = context.terminal();
    this.times = times;
  }

  /**
   * Makes the attempts for each bug and prints the results.
   *
   * @return a tally for each release; fewer after Ctrl-C
   */
  List<BugTally> run(List<Entry> entries) {
    List<BugTally> tallies = new ArrayList<>();
    try (Scratch scratch = new Scratch();
        Attempts attempts = new Attempts(scratch.folder())) {
      for (Entry entry : entries) {
        prepare(attempts, entry);
      }
      for (Entry entry : entries) {
        tallies.addAll(run(attempts, entry));
      }
    } catch (IOException failed) {
      throw new ToolException("cannot reproduce it: " + IoReason.of(failed));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return tallies;
  }

  /** The exit code for these results. */
  int exitCode(List<BugTally> tallies) {
    if (context.interrupt().happened()) {
      return ExitCode.INTERRUPTED;
    }
    return tallies.stream().allMatch(BugTally::asKnown) ? ExitCode.OK : ExitCode.FINDING;
  }

  private void prepare(Attempts attempts, Entry entry) {
    try {
      attempts.prepare(entry);
    } catch (UnresolvableException failed) {
      throw new ToolException(
          failed.getMessage()
              + "; "
              + entry.id()
              + " needs "
              + entry.releases().stream().map(Release::artefact).collect(Collectors.joining(", "))
              + " from Maven Central, a mirror of it in your settings, or the local repository");
    }
  }

  private List<BugTally> run(Attempts attempts, Entry entry)
      throws IOException, InterruptedException {
    terminal.heading(entry.id() + ": " + entry.description());
    terminal.say(entry.story());
    terminal.say("Detected by: " + entry.seenBy() + ".");
    terminal.say("");
    List<BugTally> tallies = new ArrayList<>();
    for (Release release : entry.releases()) {
      Seen seen = Seen.NOTHING;
      for (int i = 0; i < times && !context.interrupt().happened(); i++) {
        seen = seen.plus(attempts.once(entry, release));
      }
      if (context.interrupt().happened()) {
        return tallies;
      }
      BugTally tally = new BugTally(entry, release, seen);
      tallies.add(tally);
      show(tally);
    }
    terminal.say(verdict(tallies));
    terminal.say("");
    return tallies;
  }

  private void show(BugTally tally) {
    Release release = tally.release();
    terminal.heading(
        release.label() + (release.note().isEmpty() ? "" : " (" + release.note() + ")"));
    say("the bug shows in " + tally.count() + "; known before: " + release.known());
    Seen seen = tally.seen();
    if (!seen.missed().isEmpty()) {
      say(
          "in "
              + seen.missed().size()
              + " the result is undecided; the first: "
              + seen.missed().get(0));
    }
    if (!seen.deaths().isEmpty()) {
      say(
          "of these "
              + seen.deaths().size()
              + " killed the process; the first: "
              + seen.deaths().get(0));
    }
    if (seen.words() != null) {
      say(seen.words());
      seen.threads().forEach(this::show);
    }
    terminal.say("");
  }

  private void show(ThreadSeen thread) {
    terminal.heading("Thread " + thread.name() + ": " + thread.doing());
    thread.held().forEach(held -> say("holds " + held));
    terminal.print(
        thread.stack().stream()
            .map(frame -> "      " + frame + "\n")
            .collect(Collectors.joining()));
  }

  private void say(String text) {
    Text.hangWords("  ", text, terminal.width()).forEach(terminal.out()::println);
  }

  private static String verdict(List<BugTally> tallies) {
    List<String> wrong =
        tallies.stream()
            .filter(tally -> !tally.asKnown())
            .map(tally -> tally.release().label() + ": " + wrong(tally))
            .toList();
    return wrong.isEmpty()
        ? "As expected: the bug shows in "
            + labels(tallies, true)
            + ", and not in "
            + labels(tallies, false)
            + "."
        : "Not as expected: " + String.join("; ", wrong) + ".";
  }

  private static String wrong(BugTally tally) {
    if (tally.release().buggy()) {
      return "the bug does not show";
    }
    return tally.seen().bugs() > 0 ? "the bug shows" : "no attempt ended";
  }

  private static String labels(List<BugTally> tallies, boolean buggy) {
    return tallies.stream()
        .filter(tally -> tally.release().buggy() == buggy)
        .map(tally -> tally.release().label())
        .collect(Collectors.joining(" and "));
  }
}
