package dev.lockjaw.lock;

import dev.lockjaw.lock.Promises.FromInside;

class RecursiveLockTest extends LockStrategyContract {
  RecursiveLockTest() {
    super(
        new RecursiveLock(),
        new Promises(true, true, true, FromInside.AT_ONCE, FromInside.AT_ONCE));
  }
}
