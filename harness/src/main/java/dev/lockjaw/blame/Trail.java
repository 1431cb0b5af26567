package dev.lockjaw.blame;

import dev.lockjaw.arena.Culprit;
import dev.lockjaw.arena.Owners;
import dev.lockjaw.mark.Marks;
import dev.lockjaw.woven.Site;
import java.util.ArrayDeque;
import java.util.ConcurrentModificationException;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a thread has looked at last, and who had changed it before. If the thread then ends with an
 * exception, that shows which other thread is behind it. Used by the thread that has the turn.
 */
public final class Trail {
  /** Accesses kept. An exception is about one of the last ones, as a rule the very last. */
  private static final int KEPT = 64;

  /** Exceptions with which code says that something is not there, or has changed under its eyes. */
  private static final List<Class<?>> TELLING =
      List.of(
          NullPointerException.class,
          ConcurrentModificationException.class,
          NoSuchElementException.class,
          IndexOutOfBoundsException.class);

  private static final List<String> JDK = List.of("java.", "javax.", "jdk.", "sun.");

  private final Deque<Access> last = new ArrayDeque<>(KEPT);

  /** An access, with the last change before it. */
  private static final class Access {
    final Site site;
    final Object on;
    final int part;
    final Change before;
    final Change made;
    boolean isNull;

    Access(Site site, Object on, int part, Change before, Change made) {
      this.site = site;
      this.on = on;
      this.part = part;
      this.before = before;
      this.made = made;
    }

    boolean at(StackTraceElement line) {
      StackTraceElement at = site.at();
      return at != null
          && at.getLineNumber() == line.getLineNumber()
          && at.getClassName().equals(line.getClassName());
    }

    boolean container() {
      return part < 0;
    }
  }

  /**
   * The thread accesses something.
   *
   * @param before the last change of it; null if there was none
   * @param made the change that it may be making; null if it only reads
   */
  public void accesses(Site site, Object on, int part, Change before, Change made) {
    if (last.size() == KEPT) {
      last.removeLast();
    }
    last.addFirst(new Access(site, on, part, before, made));
  }

  /** Says that the last access is to a null. */
  public void isNull() {
    Access access = last.peekFirst();
    if (access != null && access.made != null) {
      access.made.nulls();
    } else if (access != null) {
      access.isNull = true;
    }
  }

  /**
   * The thread behind an exception of this one; empty if none is known.
   *
   * @param me this thread's name
   */
  public Optional<Culprit> behind(Throwable thrown, String me, Owners owners) {
    if (TELLING.stream().noneMatch(type -> type.isInstance(thrown))) {
      return Optional.empty();
    }
    StackTraceElement line = line(thrown);
    if (line == null) {
      return Optional.empty();
    }
    boolean npe = thrown instanceof NullPointerException;
    Access culprit = npe ? first(access -> access.isNull && access.at(line)) : null;
    if (culprit == null) {
      culprit = first(access -> access.container() && access.at(line));
    }
    if (culprit == null && npe) {
      culprit = first(access -> access.isNull);
    }
    return culprit == null || culprit.before == null || culprit.before.thread().equals(me)
        ? Optional.empty()
        : Optional.of(culprit(culprit, me, owners));
  }

  private static Culprit culprit(Access access, String me, Owners owners) {
    Change change = access.before;
    String what = Change.what(access.site, access.on, access.part, owners);
    String by = change.thread() + " had ";
    if (access.isNull) {
      String victim = "used " + what + ", which is null";
      String did = change.nulled() ? "set " + what + " to null" : "changed " + what;
      return new Culprit(
          victim,
          me + " used " + what + ", which " + by + (change.nulled() ? "set to null" : "changed"),
          change.evidence(did));
    }
    String victim = "used " + what;
    return new Culprit(
        victim,
        me + ' ' + victim + ", which " + by + "changed",
        change.evidence("changed " + what));
  }

  private Access first(Predicate<Access> is) {
    return last.stream().filter(is).findFirst().orElse(null);
  }

  /** The innermost line that is neither the JDK's nor Lockjaw's. */
  private static StackTraceElement line(Throwable thrown) {
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String type = frame.getClassName();
      if (!Marks.ours(type) && JDK.stream().noneMatch(type::startsWith)) {
        return frame;
      }
    }
    return null;
  }
}
