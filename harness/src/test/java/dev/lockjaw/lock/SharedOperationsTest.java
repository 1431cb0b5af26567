package dev.lockjaw.lock;

import dev.lockjaw.lock.Promises.FromInside;

class SharedOperationsTest extends LockStrategyContract {
  SharedOperationsTest() {
    super(
        new SharedOperations(),
        new Promises(false, true, true, FromInside.AT_ONCE, FromInside.DOUBLE_LOCK));
  }
}
