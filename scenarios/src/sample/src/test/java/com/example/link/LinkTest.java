package com.example.link;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;

@Lockjaw(scenarios = "*", preemptions = 2, budget = "2m")
class LinkTest implements LockjawTest {
  @Override
  public UserSession open(Opening with) {
    Link link = new Link(with.engine(), with.wire(), with::received);
    return UserSession.of(link::send, link::receive, link::close);
  }
}
