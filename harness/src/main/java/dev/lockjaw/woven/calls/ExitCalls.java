package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.Points;

/**
 * Calls that would end the JVM, and with it all runs and their results. They throw {@link
 * EndOfJvm}, which shows as an exception that escaped, even where the code catches it.
 */
public final class ExitCalls {
  private ExitCalls() {}

  @Of(System.class)
  public static void exit(int status, int site) {
    throw refused("System.exit", status);
  }

  public static void exit(Runtime self, int status, int site) {
    throw refused("Runtime.exit", status);
  }

  public static void halt(Runtime self, int status, int site) {
    throw refused("Runtime.halt", status);
  }

  private static EndOfJvm refused(String call, int status) {
    EndOfJvm end = new EndOfJvm(call, status);
    Points points = Points.here();
    if (points != null) {
      points.unheard(end);
    }
    return end;
  }
}
