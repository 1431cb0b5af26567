package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread of its own sends, and close does not wait for what it was given. From pjsip#1969. */
public final class SentLater extends Session {
  private final ExecutorService sender = Executors.newSingleThreadExecutor();

  public SentLater(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) {
    sender.execute(() -> sendNow(data));
  }

  private void sendNow(byte[] data) {
    try {
      engine.send(data);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  @Override
  public void free() throws IOException {
    sender.shutdown();
    engine.close();
  }
}
