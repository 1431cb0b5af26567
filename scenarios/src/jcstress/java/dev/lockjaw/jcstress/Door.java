package dev.lockjaw.jcstress;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.result.FindingKind;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.function.Supplier;

/**
 * Who is inside a session. Seen through opaque accesses, which the compiler can't leave out and
 * which order nothing: the witness adds no happens-before that the strategy did not make.
 *
 * <p>Every thread writes a flag of its own. Under a strategy that keeps its word, whoever comes in
 * later sees all that the one before wrote, so a flag that is up is a fault.
 */
final class Door {
  /** Looks at the other's flag while inside: about as long as a short operation takes. */
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
      return MethodHandles.lookup().findVarHandle(Door.class, field, int.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /**
   * Goes in, does something and leaves.
   *
   * @param one whether this is the first actor's operation
   * @return what that came to; or, if a fault was seen, the name of its kind
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
