package dev.lockjaw.lock;

class SharedOperationsTest extends LockStrategyContract {
  SharedOperationsTest() {
    super(new SharedOperations());
  }
}
