package com.example.woven.sending;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CompletableFuture;

/**
 * Each message is sent by a task of its own, and nothing says in which order. From grizzly#1079.
 */
public final class SentAsync extends Session {
  public SentAsync(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    CompletableFuture.runAsync(() -> sendNow(data));
  }

  private void sendNow(byte[] data) {
    try {
      engine.send(data);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
