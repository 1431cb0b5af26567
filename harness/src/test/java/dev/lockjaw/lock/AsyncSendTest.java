package dev.lockjaw.lock;

class AsyncSendTest extends LockStrategyContract {
  AsyncSendTest() {
    super(new AsyncSend());
  }
}
