package com.example.woven.sending;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/** Each message is a stage after the one before. */
public final class SentInTurn extends Session {
  private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

  public SentInTurn(Opening with) {
    super(with);
  }

  @Override
  public synchronized void send(byte[] data) {
    last = last.thenRunAsync(() -> sendNow(data));
  }

  private void sendNow(byte[] data) {
    try {
      engine.send(data);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
