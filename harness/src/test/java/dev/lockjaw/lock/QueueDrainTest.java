package dev.lockjaw.lock;

class QueueDrainTest extends LockStrategyContract {
  QueueDrainTest() {
    super(new QueueDrain());
  }
}
