package dev.lockjaw.result;

import java.io.Serializable;
import java.util.List;
import org.apiguardian.api.API;

/**
 * What went wrong, with evidence.
 *
 * @param kind the kind of fault
 * @param message one sentence that names the threads and the locks
 * @param threads the threads involved; the one at fault first
 * @param exception class and message of the exception that followed, or null
 * @param token replays the schedule that shows the finding; null if no schedule is known
 * @param interleaving the steps up to the fault; empty if they are not known
 * @param passing the passing interleaving nearest to it, or that none was found; null if none was
 *     looked for
 */
@API(status = API.Status.STABLE)
public record Finding(
    FindingKind kind,
    String message,
    List<ThreadEvidence> threads,
    String exception,
    String token,
    List<Step> interleaving,
    Passing passing)
    implements Serializable {

  public Finding(
      FindingKind kind,
      String message,
      List<ThreadEvidence> threads,
      String exception,
      String token,
      List<Step> interleaving) {
    this(kind, message, threads, exception, token, interleaving, null);
  }

  public Finding(FindingKind kind, String message, List<ThreadEvidence> threads, String exception) {
    this(kind, message, threads, exception, null, List.of());
  }

  /** This finding with a schedule that shows it. */
  public Finding shownBy(String token, List<Step> interleaving) {
    return new Finding(kind, message, threads, exception, token, interleaving);
  }

  /** This finding with a passing interleaving beside it. */
  public Finding beside(Passing nearest) {
    return new Finding(kind, message, threads, exception, token, interleaving, nearest);
  }
}
