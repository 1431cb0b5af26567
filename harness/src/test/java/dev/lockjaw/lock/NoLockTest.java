package dev.lockjaw.lock;

class NoLockTest extends LockStrategyContract {
  NoLockTest() {
    super(new NoLock());
  }
}
