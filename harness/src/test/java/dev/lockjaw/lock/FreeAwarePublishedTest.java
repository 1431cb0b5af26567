package dev.lockjaw.lock;

class FreeAwarePublishedTest extends LockStrategyContract {
  FreeAwarePublishedTest() {
    super(new FreeAwarePublished());
  }
}
