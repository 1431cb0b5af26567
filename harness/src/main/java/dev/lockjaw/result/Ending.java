package dev.lockjaw.result;

import java.io.Serializable;
import org.apiguardian.api.API;

/**
 * Why a cell ended.
 *
 * @param kind what code decides by
 * @param text what people read: one clause without a full stop, or null if there is nothing to add
 */
@API(status = API.Status.STABLE)
public record Ending(EndingKind kind, String text) implements Serializable {
  /** All that was asked for was run. */
  public static final Ending COMPLETE = new Ending(EndingKind.COMPLETE, null);

  /** The time was over before the first run. */
  public static final Ending NOT_REACHED =
      new Ending(EndingKind.NOT_REACHED, "not reached within the budget");

  /** Lockjaw or the tool that it drives failed at the cell. */
  public static Ending toolFailed(String text) {
    return new Ending(EndingKind.TOOL_FAILED, text);
  }

  /** An outside thread, which belongs to no run, entered a session. */
  public static Ending outsideThread(String text) {
    return new Ending(EndingKind.OUTSIDE_THREAD, text);
  }

  /** The scenario, the strategy and the transport do not fit together. */
  public static Ending unsupported(String text) {
    return new Ending(EndingKind.UNSUPPORTED, text);
  }

  /** The user's session adapter failed before the threads of the scenario began. */
  public static Ending adapterFailed(String text) {
    return new Ending(EndingKind.ADAPTER_FAILED, text);
  }

  /** What failed if the cell is an error, as a clause: Lockjaw, or what it was given to test. */
  public String blame() {
    return switch (kind) {
      case ADAPTER_FAILED -> "the session adapter failed";
      case OUTSIDE_THREAD -> "an outside thread interfered";
      default -> "Lockjaw failed";
    };
  }

  /** Whether the cell ended for this kind of reason. */
  public boolean is(EndingKind other) {
    return kind == other;
  }
}
