package com.example.woven;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.junit.LockjawTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** Opens sessions with one lock, and notes which loader its class is of. */
abstract class Right implements LockjawTest {
  final List<String> loaders = Collections.synchronizedList(new ArrayList<>());

  @Override
  public UserSession open(Opening with) throws Exception {
    loaders.add(String.valueOf(getClass().getClassLoader().getName()));
    return new OneLock(with);
  }

  @AfterEach
  void sessionsWereOpened() {
    System.setProperty("com.example.woven.loader", loaders.get(loaders.size() - 1));
  }
}
