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

  /** The scenario, the strategy and the transport do not fit together. */
  public static Ending unsupported(String text) {
    return new Ending(EndingKind.UNSUPPORTED, text);
  }

  /** Whether the cell ended for this kind of reason. */
  public boolean is(EndingKind other) {
    return kind == other;
  }
}
