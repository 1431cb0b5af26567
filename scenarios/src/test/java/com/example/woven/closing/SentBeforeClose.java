package com.example.woven.closing;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

/** The thread that sends closes as well, after all that it was given. */
public final class SentBeforeClose extends Session {
  private final ExecutorService sender = Executors.newSingleThreadExecutor();

  public SentBeforeClose(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    try {
      sender.execute(() -> sendNow(data));
    } catch (RejectedExecutionException closed) {
      throw new IOException(closed);
    }
  }

  private void sendNow(byte[] data) {
    try {
      engine.send(data);
    } catch (IOException closed) {
      throw new UncheckedIOException(closed);
    }
  }

  @Override
  public void free() throws Exception {
    sender.shutdown();
    if (sender.awaitTermination(1, TimeUnit.SECONDS)) {
      engine.close();
    }
  }
}
