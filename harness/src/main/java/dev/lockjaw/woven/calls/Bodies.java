package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.Points;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * What threads do. A virtual thread doesn't say: its {@code run} does nothing, so that is kept
 * where it is made.
 */
public final class Bodies {
  private static final MethodHandle IS_VIRTUAL = isVirtual();

  private Bodies() {}

  /** The body of a virtual thread, in a run. */
  private record Body(Runnable task) {}

  /** Keeps what a thread that was just made is to do, unless its {@code run} does that. */
  public static Thread keep(Thread thread, Runnable task) {
    Points points = Points.here();
    if (points != null && thread != null && virtual(thread)) {
      points.beside(thread, Body.class, () -> new Body(task));
    }
    return thread;
  }

  static void run(Points points, Thread thread) {
    if (virtual(thread)) {
      points.beside(thread, Body.class, () -> new Body(() -> refuse(thread))).task().run();
    } else {
      thread.run();
    }
  }

  private static void refuse(Thread thread) {
    throw new IllegalStateException(
        "virtual thread "
            + thread.getName()
            + " was made outside of woven code: the run cannot start it; make it in a woven class");
  }

  static boolean virtual(Thread thread) {
    try {
      return IS_VIRTUAL != null && (boolean) IS_VIRTUAL.invokeExact(thread);
    } catch (Throwable impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static MethodHandle isVirtual() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(Thread.class, "isVirtual", MethodType.methodType(boolean.class));
    } catch (ReflectiveOperationException before21) {
      return null;
    }
  }
}
