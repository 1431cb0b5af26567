package dev.lockjaw.cli.reproduce;

import dev.lockjaw.result.FindingKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A bug from the field that {@code reproduce} shows, with the locks that have it and that don't.
 */
public enum Bug {
  DOUBLE_LOCK_PING(
      "libdatachannel #1347: an idle tick is answered with a ping under the session lock",
      "libdatachannel with MbedTLS. A connection has been idle, and the poll thread puts in an"
          + " empty message. It is delivered from inside the read, under the session's mutex; the"
          + " WebSocket layer answers it with a ping, and to send that needs the same mutex.",
      "double-lock-ping",
      List.of(FindingKind.DOUBLE_LOCK),
      List.of("plain"),
      List.of("double-lock-ping", "ping-send-inversion", "full-wire"),
      notes(
          "plain", "libdatachannel before #1351: the bug.",
          "recursive",
              "libdatachannel #1351: the double lock is gone. The ping still takes the session lock"
                  + " and then the send lock, an application's send takes them the other way round"
                  + " (#1618). A writer that waits for"
                  + " room on the wire keeps the reader out, as under any lock that is held in"
                  + " I/O.",
          "async-send",
              "The other proposal in libdatachannel #1347: a send from inside a callback goes to an"
                  + " executor.",
          "queue-drain",
              "The most common fix in the field: callbacks run outside the lock, and whoever is"
                  + " inside does what has been queued meanwhile.")),

  FREE_WHILE_WRITING(
      "one thread frees the session while another, which has checked it, goes on to write",
      "The writer has checked that the session is there. The other thread frees it, and sets the"
          + " reference to the engine to null, as wrappers do. The writer goes on. In Java that is a"
          + " NullPointerException; in a native stack, a NULL dereference in SSL_write (conscrypt"
          + " #331).",
      "write-free",
      List.of(FindingKind.NULL_DEREFERENCE, FindingKind.USE_AFTER_FREE),
      List.of("none", "free-aware-published"),
      List.of("write-free", "read-free", "blocked-read-free", "free-in-callback"),
      notes(
          "none", "A check and nothing else: the bug.",
          "plain",
              "libdatachannel before #1351: one mutex a session. A reader that is blocked in I/O"
                  + " keeps the free out, and a callback that frees locks twice.",
          "free-aware-published",
              "The lock that was published as the fix: operations take it only if they see a free"
                  + " announced. One that came in before that holds nothing, so the free's lock"
                  + " excludes nothing.",
          "free-aware",
              "The same idea done right, as rundown protection: operations are counted, and the free"
                  + " closes the gate, wakes who is blocked and waits for those inside.",
          "read-write-lock",
              "What conscrypt #490 led to: operations share the lock, the free holds it alone.",
          "queue-drain",
              "The most common fix in the field: callbacks run outside the lock, whoever is inside"
                  + " does what has been queued meanwhile, and the free is the last of that."));

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

  /** What happens, in a few sentences. */
  String story() {
    return story;
  }

  /** Whether a process with a native stack dies of it. */
  boolean crashes() {
    return kinds.contains(FindingKind.USE_AFTER_FREE);
  }

  /** The scenario that shows it. */
  String scenario() {
    return scenario;
  }

  /** How it shows, the most telling first; all in one interleaving. */
  List<FindingKind> kinds() {
    return kinds;
  }

  /** The strategies that have it. */
  List<String> buggy() {
    return buggy;
  }

  /** The scenarios that tell fixes apart. */
  List<String> compared() {
    return compared;
  }

  /** The strategies to compare, each with a sentence or two on where it comes from. */
  Map<String, String> strategies() {
    return strategies;
  }
}
