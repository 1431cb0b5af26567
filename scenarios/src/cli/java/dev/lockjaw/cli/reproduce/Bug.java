package dev.lockjaw.cli.reproduce;

import dev.lockjaw.result.FindingKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A bug from the field that {@code reproduce} shows, with strategies that have it and strategies
 * that do not.
 */
public enum Bug {
  DOUBLE_LOCK_PING(
      "libdatachannel #1347: an idle tick is answered with a ping under the session lock",
      "libdatachannel with MbedTLS. A connection has been idle, so the poll thread queues an empty"
          + " message. The read delivers that message under the session's mutex. The WebSocket"
          + " layer answers with a ping, and sending the ping needs the same mutex.",
      "double-lock-ping",
      List.of(FindingKind.DOUBLE_LOCK),
      List.of("plain"),
      List.of("double-lock-ping", "ping-send-inversion", "full-wire"),
      notes(
          "plain", "libdatachannel before #1351: the bug.",
          "recursive",
              "libdatachannel #1351: the double lock is gone. The ping still takes the session lock"
                  + " and then the send lock; an application's send takes them in the other order"
                  + " (#1618). A writer that waits for room on the wire keeps the reader out, as"
                  + " under any lock that is held during I/O.",
          "async-send",
              "The other proposal in libdatachannel #1347: a send from inside a callback goes to an"
                  + " executor.",
          "queue-drain",
              "The most common fix in the field: callbacks run outside the lock, and the thread inside"
                  + " performs what others have queued.")),

  FREE_WHILE_WRITING(
      "one thread frees the session after another has checked it and before that one writes",
      "The writer checks that the session is alive. The other thread frees it and sets the"
          + " reference to the engine to null, as wrappers do. The writer continues. In Java this"
          + " gives a NullPointerException; in a native stack, a NULL dereference in SSL_write"
          + " (conscrypt #331).",
      "write-free",
      List.of(FindingKind.NULL_DEREFERENCE, FindingKind.USE_AFTER_FREE),
      List.of("none", "free-aware-published"),
      List.of("write-free", "read-free", "blocked-read-free", "free-in-callback"),
      notes(
          "none", "A check without a lock: the bug.",
          "plain",
              "libdatachannel before #1351: one mutex per session. A reader that is blocked in I/O"
                  + " keeps the free out, and a callback that frees locks twice.",
          "free-aware-published",
              "The lock that was published as the fix: an operation locks only if it sees that a free"
                  + " was announced. An operation that entered earlier holds nothing, so the lock of"
                  + " the free excludes nothing.",
          "free-aware",
              "The same idea done right, as rundown protection: operations are counted. The free"
                  + " closes the gate, wakes blocked threads and waits for the operations inside.",
          "read-write-lock",
              "The fix of conscrypt #490: operations share the lock, and the free holds it alone.",
          "queue-drain",
              "The most common fix in the field: callbacks run outside the lock, the thread inside"
                  + " performs what others have queued, and the free comes last."));

  private final String description;
  private final String story;
  private final String scenario;
  private final List<FindingKind> kinds;
  private final List<String> buggy;
  private final List<String> compared;
  private final Map<String, String> strategies;

  Bug(
      String description,
      String story,
      String scenario,
      List<FindingKind> kinds,
      List<String> buggy,
      List<String> compared,
      Map<String, String> strategies) {
    this.description = description;
    this.story = story;
    this.scenario = scenario;
    this.kinds = kinds;
    this.buggy = buggy;
    this.compared = compared;
    this.strategies = strategies;
  }

  private static Map<String, String> notes(String... pairs) {
    Map<String, String> notes = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      notes.put(pairs[i], pairs[i + 1]);
    }
    return notes;
  }

  /** The name on the command line. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public String description() {
    return description;
  }

  /** The story, in a few sentences. */
  String story() {
    return story;
  }

  /** Whether the bug can kill a process with a native stack. */
  boolean crashes() {
    return kinds.contains(FindingKind.USE_AFTER_FREE);
  }

  /** The scenario that shows it. */
  String scenario() {
    return scenario;
  }

  /** The kinds of its findings, the most important first; one interleaving shows them all. */
  List<FindingKind> kinds() {
    return kinds;
  }

  /** The strategies that have it. */
  List<String> buggy() {
    return buggy;
  }

  /** The scenarios that distinguish the fixes. */
  List<String> compared() {
    return compared;
  }

  /** The strategies to compare, each with its origin in a sentence or two. */
  Map<String, String> strategies() {
    return strategies;
  }
}
