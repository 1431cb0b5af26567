package com.example.link;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;
import org.junit.jupiter.api.Tag;

@Tag("red")
@Lockjaw(scenarios = {"send-order", "free-in-callback", "write-free"})
class BuggyLinkTest implements LockjawTest {
  @Override
  public UserSession open(Opening with) {
    BuggyLink link = new BuggyLink(with.engine(), with.wire(), with::received);
    return new UserSession() {
      @Override
      public void send(byte[] data) throws Exception {
        link.send(data);
      }

      @Override
      public void receive() throws Exception {
        link.receive();
      }

      @Override
      public void free() throws Exception {
        link.close();
      }
    };
  }
}
