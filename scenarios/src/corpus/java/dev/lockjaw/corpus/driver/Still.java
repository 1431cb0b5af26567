package dev.lockjaw.corpus.driver;

import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Whether a number, more than 0, has stayed the same for so many ms, asked often. One thread. */
final class Still implements BooleanSupplier {
  private final long nanos;
  private final LongSupplier number;
  private long last;
  private long since = System.nanoTime();

  Still(long ms, LongSupplier number) {
    this.nanos = ms * 1_000_000;
    this.number = number;
  }

  @Override
  public boolean getAsBoolean() {
    long now = System.nanoTime();
    long value = number.getAsLong();
    if (value != last) {
      last = value;
      since = now;
    }
    return value > 0 && now - since >= nanos;
  }
}
