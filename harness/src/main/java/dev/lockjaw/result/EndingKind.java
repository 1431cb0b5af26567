package dev.lockjaw.result;

import java.util.Arrays;
import java.util.Locale;
import org.apiguardian.api.API;

/** Why a cell ended. */
@API(status = API.Status.STABLE)
public enum EndingKind {
  /** All that was asked for was run: the whole bound, or the whole time of a stress run. */
  COMPLETE,
  /** The time was over before all interleavings within the bound were run. */
  BUDGET,
  /** The time was over before the first run. */
  NOT_REACHED,
  /** The user ended the run, before this cell or during it. */
  INTERRUPTED,
  /** This machine lacks what the cell needs, such as a native library. */
  UNAVAILABLE,
  /** The scenario, the strategy and the transport do not fit together. */
  UNSUPPORTED,
  /** The tool stops at its first finding, and there was one. */
  FIRST_FINDING,
  /** The cell killed the process. */
  CRASHED,
  /** Too many threads were stuck in locks that a run does not control. */
  LOST_THREADS,
  /** Some schedules could not be followed to their end. */
  NOT_FOLLOWED,
  /** The same schedule went two different ways, so the cell's result is worth nothing. */
  NOT_DETERMINISTIC,
  /** An outside thread, which belongs to no run, entered a session, so the run proves nothing. */
  OUTSIDE_THREAD,
  /** The user's session adapter failed before the threads of the scenario began. */
  ADAPTER_FAILED,
  /** Lockjaw or the tool that it drives failed at the cell. */
  TOOL_FAILED,
  /** The results do not say, or say it in a way that this version does not know. */
  UNKNOWN;

  /** The name in results, such as {@code not-reached}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind with an id; {@link #UNKNOWN} if a later version added it. */
  public static EndingKind named(String id) {
    return Arrays.stream(values()).filter(kind -> kind.id().equals(id)).findFirst().orElse(UNKNOWN);
  }
}
