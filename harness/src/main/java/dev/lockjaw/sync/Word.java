package dev.lockjaw.sync;

import org.apiguardian.api.API;

/** One volatile word of shared memory. Every method is one atomic access. */
@API(status = API.Status.STABLE)
public interface Word {
  long get();

  void set(long value);

  /** Returns the value before the addition. */
  long getAndAdd(long delta);

  boolean compareAndSet(long expected, long value);

  /** Reads the value inside a condition awaited on {@link #shared}. Use it nowhere else. */
  long peek();

  /** What an access to this word touches. */
  Shared shared();
}
