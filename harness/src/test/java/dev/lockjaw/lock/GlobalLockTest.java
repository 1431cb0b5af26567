package dev.lockjaw.lock;

class GlobalLockTest extends LockStrategyContract {
  GlobalLockTest() {
    super(new GlobalLock());
  }
}
