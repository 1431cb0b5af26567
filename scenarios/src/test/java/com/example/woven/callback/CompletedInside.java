package com.example.woven.callback;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Completes a future under its lock; what hangs on that wants another lock. From ActiveMQ
 * (AMQ-8169).
 */
public final class CompletedInside extends Session {
  private final ReentrantLock application = new ReentrantLock();
  private final ReentrantLock tls = new ReentrantLock();
  private final CompletableFuture<Void> sent = new CompletableFuture<>();
  private int count;

  public CompletedInside(Opening with) {
    super(with);
  }

  @Override
  public void send(byte[] data) throws IOException {
    sent.thenRun(this::counted);
    tls.lock();
    try {
      engine.send(data);
      sent.complete(null);
    } finally {
      tls.unlock();
    }
  }

  private void counted() {
    application.lock();
    try {
      count++;
    } finally {
      application.unlock();
    }
  }

  @Override
  public void free() throws IOException {
    application.lock();
    try {
      count = 0;
      tls.lock();
      try {
        engine.hangUp();
      } finally {
        tls.unlock();
      }
    } finally {
      application.unlock();
    }
  }
}
