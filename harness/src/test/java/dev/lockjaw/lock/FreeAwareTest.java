package dev.lockjaw.lock;

class FreeAwareTest extends LockStrategyContract {
  FreeAwareTest() {
    super(new FreeAware());
  }
}
