package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;

/**
 * The lock is taken only if somebody is seen to free, as in the seed article, with a plain count.
 */
public final class LockIfFreeing extends Session {
  private int freeing;
  private boolean freed;

  public LockIfFreeing(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    if (freeing == 0) {
      engine.send(data);
      return;
    }
    synchronized (this) {
      if (!freed) {
        engine.send(data);
      }
    }
  }

  @Override
  public void free() throws IOException {
    freeing++;
    synchronized (this) {
      if (!freed) {
        freed = true;
        engine.close();
      }
    }
    freeing--;
  }
}
