package dev.lockjaw.corpus.driver;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Whether a number above 0 has stayed the same for a number of successive looks. {@link
 * Daemons#until} does the looking. Counting looks means that a machine that pauses between two
 * looks proves nothing. One thread.
 */
final class Still implements BooleanSupplier {
  private final long looks;
  private final LongSupplier number;
  private long last;
  private long same;

  /**
   * @param ms milliseconds that the number must stay the same, if no look is late
   */
  Still(long ms, LongSupplier number) {
    this.looks = ms / Daemons.STEP_MS;
    this.number = number;
  }

  @Override
  public boolean getAsBoolean() {
    long now = number.getAsLong();
    same = now > 0 && now == last ? same + 1 : 0;
    last = now;
    return same >= looks;
  }
}
