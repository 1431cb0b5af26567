package dev.lockjaw.woven.calls;

import java.util.concurrent.atomic.AtomicLong;

/** Thrown in place of a call that would end the JVM. */
public final class EndOfJvm extends Error {
  private static final long serialVersionUID = 1L;

  private static final AtomicLong MADE = new AtomicLong();

  EndOfJvm(String call, int status) {
    super(call + '(' + status + ") would end the JVM");
    MADE.incrementAndGet();
  }

  /** A number that grows with each in this JVM. Any thread. */
  public static long made() {
    return MADE.get();
  }
}
