package dev.lockjaw.result;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What a thread does in one step of an interleaving. Immutable, so that an act can be made once and
 * used for many steps.
 *
 * @param kind what sort of act
 * @param object what it is about: the name of a lock, a word, an executor, a session or a wire, the
 *     operation of a TLS stack, or what a thread waits for; empty if it is about nothing in
 *     particular
 * @param holders names of the threads that hold the lock that is asked for; else empty
 * @param wording the act as a reader sees it
 * @param at the line of the user's code that it is done at, with the class and the file; null if it
 *     is not known
 */
@API(status = API.Status.STABLE)
public record Act(
    Kind kind, String object, List<String> holders, String wording, StackTraceElement at)
    implements Serializable {
  /** What sort of act. */
  @API(status = API.Status.STABLE)
  public enum Kind {
    /** Takes a lock that was free. */
    LOCK,
    /** Takes a lock that other threads may share. */
    SHARE,
    /** Takes a recursive lock that the thread already holds. */
    RELOCK,
    /** Asks for a lock that the thread already holds and that is not recursive. */
    REFUSED,
    /** Asks for a lock that another thread holds. */
    ASK,
    /** Releases a lock. */
    UNLOCK,
    /** Waits until something happens. */
    WAIT,
    /** Enters the TLS stack. */
    ENTER,
    /** Leaves the TLS stack. */
    LEAVE,
    /** Calls back into the application. */
    DELIVER,
    /** Reads from the wire or writes to it. */
    WIRE,
    /** Looks at the session's state before it enters the TLS stack. */
    LOOK,
    /** Reads or writes a word of shared memory. */
    WORD,
    /** Hands a task to an executor, takes one from it, or shuts it down. */
    TASK,
    /** Anything else: the wording says what. */
    OTHER;

    /** The name in {@code results.jsonl}. */
    public String id() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The kind with this {@link #id}; OTHER if there is none. */
    public static Kind named(String id) {
      return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst().orElse(OTHER);
    }
  }

  public Act {
    holders = List.copyOf(holders);
  }

  public Act(Kind kind, String object, List<String> holders, String wording) {
    this(kind, object, holders, wording, null);
  }

  /** This act, done at a line of the user's code. */
  public Act doneAt(StackTraceElement line) {
    return new Act(kind, object, holders, wording, line);
  }

  /** An act that involves no holder of a lock. */
  public static Act of(Kind kind, String object, String wording) {
    return new Act(kind, object, List.of(), wording);
  }

  /** An act of which only the wording is known. */
  public static Act other(String wording) {
    return of(Kind.OTHER, "", wording);
  }

  /**
   * A wait, such as {@code waits for input}.
   *
   * @param what the thing waited for, as a noun
   */
  public static Act waitFor(String what) {
    return of(Kind.WAIT, what, "waits for " + what);
  }
}
