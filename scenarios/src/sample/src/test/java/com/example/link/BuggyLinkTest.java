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
    return UserSession.of(link::send, link::receive, link::close);
  }
}
