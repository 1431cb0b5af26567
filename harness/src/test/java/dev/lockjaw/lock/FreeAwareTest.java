package dev.lockjaw.lock;

import dev.lockjaw.lock.Promises.FromInside;

class FreeAwareTest extends LockStrategyContract {
  FreeAwareTest() {
    super(new FreeAware(), new Promises(false, true, true, FromInside.AT_ONCE, FromInside.LATER));
  }
}
