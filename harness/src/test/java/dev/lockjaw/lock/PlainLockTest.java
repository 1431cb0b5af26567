package dev.lockjaw.lock;

import dev.lockjaw.lock.Promises.FromInside;

class PlainLockTest extends LockStrategyContract {
  PlainLockTest() {
    super(
        new PlainLock(),
        new Promises(true, true, true, FromInside.DOUBLE_LOCK, FromInside.DOUBLE_LOCK));
  }
}
