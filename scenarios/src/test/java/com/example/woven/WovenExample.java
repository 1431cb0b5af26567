package com.example.woven;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.Lockjaw;
import dev.lockjaw.junit.LockjawTest;

@Lockjaw(scenarios = "write-free")
class WovenExample implements LockjawTest {
  @Override
  public UserSession open(Opening with) {
    return new NulledEngine(with);
  }
}
