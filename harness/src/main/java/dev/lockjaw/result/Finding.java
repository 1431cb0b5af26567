package dev.lockjaw.result;

import java.io.Serializable;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What went wrong, with evidence.
 *
 * @param kind what sort of fault
 * @param message one sentence, with names
 * @param threads those involved; the accused first
 * @param exception class and message of the exception that came of it, or null
 * @param token replays the schedule that shows it; null until the explorer has given one
 * @param interleaving the steps up to the fault
 */
@API(status = API.Status.STABLE)
public record Finding(
    FindingKind kind,
    String message,
    List<ThreadEvidence> threads,
    String exception,
    String token,
    List<Step> interleaving)
    implements Serializable {

  public Finding(FindingKind kind, String message, List<ThreadEvidence> threads, String exception) {
    this(kind, message, threads, exception, null, List.of());
  }

  /** This finding, with the schedule that shows it. */
  public Finding shownBy(String token, List<Step> interleaving) {
    return new Finding(kind, message, threads, exception, token, interleaving);
  }
}
