package dev.lockjaw.lock;

class RecursiveLockTest extends LockStrategyContract {
  RecursiveLockTest() {
    super(new RecursiveLock());
  }
}
