package dev.lockjaw.lock;

class PlainLockTest extends LockStrategyContract {
  PlainLockTest() {
    super(new PlainLock());
  }
}
