package dev.lockjaw.woven.calls;

import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;

/**
 * A condition that knows its lock.
 *
 * @param locked whether anybody has the lock
 * @param holds how often the calling thread has it
 */
record WovenCondition(Condition real, Lock lock, BooleanSupplier locked, IntSupplier holds)
    implements Condition {
  @Override
  public void await() throws InterruptedException {
    real.await();
  }

  @Override
  public void awaitUninterruptibly() {
    real.awaitUninterruptibly();
  }

  @Override
  public long awaitNanos(long nanos) throws InterruptedException {
    return real.awaitNanos(nanos);
  }

  @Override
  public boolean await(long time, TimeUnit unit) throws InterruptedException {
    return real.await(time, unit);
  }

  @Override
  public boolean awaitUntil(Date deadline) throws InterruptedException {
    return real.awaitUntil(deadline);
  }

  @Override
  public void signal() {
    real.signal();
  }

  @Override
  public void signalAll() {
    real.signalAll();
  }
}
