package dev.lockjaw.jcstress;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.result.FindingKind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

/**
 * Records which operations are inside a session. It uses opaque accesses, which the compiler can't
 * remove and which order nothing, so it adds no happens-before edge to those of the strategy.
 *
 * <p>Each thread writes a flag of its own. Under a correct strategy, a thread that enters later
 * sees everything that the earlier one wrote, so a raised flag is a fault.
 */
final class Occupancy {
  /**
   * How often a thread inside checks the other's flag: about as long as a short operation takes.
   */
  private static final int LOOKS = 16;

  private static final VarHandle FIRST = handle("first");
  private static final VarHandle SECOND = handle("second");

  private static final int OUT = 0;

  private static final int IN = 1;
  private static final int FREEING = 2;
  private static final int FREED = 3;

  private int first;
  private int second;

  private static VarHandle handle(String field) {
    try {
      return MethodHandles.lookup().findVarHandle(Occupancy.class, field, int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /**
   * Enters, runs the body and leaves.
   *
   * @param one whether this is the first actor's operation
   * @return the body's result; or, if a fault was seen, the name of its kind
   */
  String pass(boolean one, OperationKind kind, Supplier<String> body) {
    VarHandle own = one ? FIRST : SECOND;
    VarHandle other = one ? SECOND : FIRST;
    boolean free = kind == OperationKind.FREE;
    own.setOpaque(this, free ? FREEING : IN);
    try {
      FindingKind seen = met((int) other.getOpaque(this), free, true);
      String result = body.get();
      for (int i = 0; seen == null && i < LOOKS; i++) {
        seen = met((int) other.getOpaque(this), free, false);
      }
      return seen == null ? result : seen.id();
    } finally {
      own.setOpaque(this, free ? FREED : OUT);
    }
  }

  private static FindingKind met(int other, boolean free, boolean entering) {
    return switch (other) {
      case IN -> free ? FindingKind.FREE_IN_USE : FindingKind.CONCURRENT_ENTRY;
      case FREEING -> free ? FindingKind.DOUBLE_FREE : FindingKind.FREE_IN_USE;
      case FREED ->
          free
              ? FindingKind.DOUBLE_FREE
              : entering ? FindingKind.USE_AFTER_FREE : FindingKind.FREE_IN_USE;
      default -> null;
    };
  }
}
