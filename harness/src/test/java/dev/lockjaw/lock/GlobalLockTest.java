package dev.lockjaw.lock;

import dev.lockjaw.lock.Promises.FromInside;

class GlobalLockTest extends LockStrategyContract {
  GlobalLockTest() {
    super(new GlobalLock(), new Promises(true, true, true, FromInside.AT_ONCE, FromInside.AT_ONCE));
  }
}
