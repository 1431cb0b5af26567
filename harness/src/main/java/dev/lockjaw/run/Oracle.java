package dev.lockjaw.run;

import java.util.List;
import org.apiguardian.api.API;

/**
 * Judges runs that are over. Found by {@link java.util.ServiceLoader}, so that a class with
 * {@code @AutoService(Oracle.class)} on the class path, or in a plug-in, judges every run of every
 * cell. Stateless; used by many threads.
 *
 * <p>An oracle that requires every session to be freed by the end of the run:
 *
 * <pre>{@code
 * @AutoService(Oracle.class)
 * public final class StillOpen implements Oracle {
 *   @Override
 *   public void judge(FinishedRun run) {
 *     for (FinishedSession session : run.sessions()) {
 *       if (run.complete() && !session.freed()) {
 *         run.report(FindingKind.LEAK, session.name() + " was never freed");
 *       }
 *     }
 *   }
 * }
 * }</pre>
 */
@API(status = API.Status.EXPERIMENTAL)
public interface Oracle {
  /** Place among the oracles, low first: an oracle sees what those before it have reported. */
  default int order() {
    return 1000;
  }

  /**
   * Looks at a run and reports what is wrong with it.
   *
   * <p>It must report the same for the same interleaving: no clock, no random number, no state.
   */
  void judge(FinishedRun run);

  /** The oracles on Lockjaw's own class path, in their order. */
  static List<Oracle> found() {
    return Oracles.FOUND;
  }
}
