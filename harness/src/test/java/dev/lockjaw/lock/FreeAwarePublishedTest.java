package dev.lockjaw.lock;

import dev.lockjaw.lock.Promises.FromInside;

class FreeAwarePublishedTest extends LockStrategyContract {
  FreeAwarePublishedTest() {
    super(
        new FreeAwarePublished(),
        new Promises(false, false, true, FromInside.AT_ONCE, FromInside.AT_ONCE));
  }
}
