package dev.lockjaw.lock;

import dev.lockjaw.lock.Promises.FromInside;

class QueueDrainTest extends LockStrategyContract {
  QueueDrainTest() {
    super(new QueueDrain(), new Promises(true, true, true, FromInside.LATER, FromInside.LATER));
  }
}
