package dev.lockjaw.corpus.driver;

import java.io.PrintStream;
import java.util.List;

/**
 * Tells the parent what was seen, a line for each thing, flushed at once: what comes before the
 * death of this JVM counts. A line is a keyword and what follows it, between tabs. Any thread.
 */
public final class Observations {
  private final PrintStream out;
  private boolean shown;

  Observations(PrintStream out) {
    this.out = out;
  }

  /** The trigger worked, and nothing went wrong. */
  synchronized void fine() {
    line("fine");
  }

  /** The trigger did not come about, or nobody can say what did. */
  synchronized void missed(String why) {
    line("missed", why);
  }

  /**
   * The bug.
   *
   * @param words what happened, a sentence
   * @param evidence the threads; of the first time it is passed on
   */
  synchronized void bug(String words, List<Evidence> evidence) {
    line("bug", words);
    if (!shown) {
      shown = true;
      evidence.forEach(this::show);
    }
  }

  private void show(Evidence thread) {
    line("thread", thread.name(), thread.doing());
    thread.held().forEach(held -> line("holds", held));
    thread.stack().forEach(frame -> line("frame", frame));
  }

  private void line(String... parts) {
    StringBuilder line = new StringBuilder();
    for (String part : parts) {
      line.append(line.length() == 0 ? "" : "\t").append(part.replaceAll("[\\s]+", " "));
    }
    out.println(line);
  }
}
