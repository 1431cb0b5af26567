package dev.lockjaw.corpus.driver;

import java.io.PrintStream;
import java.util.List;

/**
 * Reports to the parent, one line for each observation. Each line is flushed at once, so
 * observations before this JVM's death count. A line is a keyword and its values, separated by
 * tabs. Any thread.
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

  /** The trigger failed, or its result is unknown. */
  synchronized void missed(String why) {
    line("missed", why);
  }

  /**
   * The bug showed.
   *
   * @param words what happened, as a sentence
   * @param evidence the threads; only the first evidence is passed on
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
