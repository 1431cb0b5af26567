package com.example.woven.stopping;

import com.example.woven.Session;
import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The callback runs outside of its monitor, beside a stop that holds the server. */
public final class ServerBesideMonitor extends Session {
  /** The open connections of the server, and its lock. */
  private static final Set<Object> SERVER = new HashSet<>();

  private boolean closed;

  public ServerBesideMonitor(Opening with) {
    super(with);
    synchronized (SERVER) {
      SERVER.add(this);
    }
  }

  @Override
  public void send(byte[] data) throws IOException {
    synchronized (SERVER) {
      if (!SERVER.contains(this)) {
        throw new IOException("closed");
      }
    }
    synchronized (this) {
      if (closed) {
        throw new IOException("closed");
      }
      engine.send(data);
    }
  }

  @Override
  public void receive() throws IOException {
    if (!engine.fill()) {
      return;
    }
    List<byte[]> received;
    synchronized (this) {
      received = closed ? List.of() : engine.open();
    }
    received.forEach(with::received);
  }

  @Override
  public void free() throws IOException {
    synchronized (SERVER) {
      SERVER.remove(this);
      synchronized (this) {
        if (!closed) {
          closed = true;
          engine.close();
        }
      }
    }
  }
}
