package dev.lockjaw.blame;

import dev.lockjaw.arena.Owners;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import java.util.List;

/** The last change that a thread has made to something. Used by the thread that has the turn. */
public final class Change {
  private final String thread;
  private final int step;
  private final Site site;
  private final Object on;
  private final int part;
  private final List<Held> held;
  private final List<StackTraceElement> stack;
  private boolean nulls;

  /**
   * @param thread its name
   * @param step the step of the run, from 1; 0 if it is none of the steps that are kept
   * @param on the object, or the owner of the field
   * @param part the field's place, or a constant of {@link Points}
   * @param held the locks that the thread held
   */
  public Change(
      String thread,
      int step,
      Site site,
      Object on,
      int part,
      List<Held> held,
      List<StackTraceElement> stack) {
    this.thread = thread;
    this.step = step;
    this.site = site;
    this.on = on;
    this.part = part;
    this.held = held;
    this.stack = stack;
  }

  /** The name of the thread. */
  public String thread() {
    return thread;
  }

  /** Says that null was put there. */
  void nulls() {
    nulls = true;
  }

  boolean nulled() {
    return nulls;
  }

  /** What was changed, as people read it: {@code ArrayList Link.outbox of client}. */
  public String what(Owners owners) {
    return what(site, on, part, owners);
  }

  static String what(Site site, Object on, int part, Owners owners) {
    if (part >= 0) {
      String name = site.subject().isEmpty() ? site.object() : site.subject();
      return name + owners.place(on).map(Owners.Place::of).orElse("");
    }
    String type = on.getClass().getSimpleName();
    return owners.name(on, site.object().isEmpty() ? type : site.object());
  }

  /** Where it was done: {@code in step 5, at Link.free line 34}. */
  public String where() {
    return (step > 0 ? "in step " + step + ", " : "") + "at " + site.where();
  }

  /** The thread's part in a finding. */
  ThreadEvidence evidence(String doing) {
    return new ThreadEvidence(thread, doing + ' ' + where(), held, null, stack);
  }
}
