package dev.lockjaw.lock;

import dev.lockjaw.lock.Promises.FromInside;

class NoLockTest extends LockStrategyContract {
  NoLockTest() {
    super(new NoLock(), new Promises(false, false, false, FromInside.AT_ONCE, FromInside.AT_ONCE));
  }
}
