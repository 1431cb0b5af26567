package com.example.woven.sending;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** One thread takes what is to be sent. */
public final class SentByOne extends Session {
  private final ThreadPoolExecutor senders =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          work -> new Thread(work, "sender"));

  public SentByOne(Opening with) {
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
