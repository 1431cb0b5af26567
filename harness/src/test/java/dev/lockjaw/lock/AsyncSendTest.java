package dev.lockjaw.lock;

import dev.lockjaw.lock.Promises.FromInside;

class AsyncSendTest extends LockStrategyContract {
  AsyncSendTest() {
    super(
        new AsyncSend(), new Promises(true, true, true, FromInside.LATER, FromInside.DOUBLE_LOCK));
  }
}
