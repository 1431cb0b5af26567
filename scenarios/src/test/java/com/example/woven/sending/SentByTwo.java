package com.example.woven.sending;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Two threads take what is to be sent. From grizzly#1079. */
public final class SentByTwo extends Session {
  private final ThreadPoolExecutor senders =
      new ThreadPoolExecutor(
          2,
          2,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> new Thread(work, "sender"));

  public SentByTwo(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    senders.execute(() -> sendNow(data));
  }

  private void sendNow(byte[] data) {
    try {
      engine.send(data);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }
}
