package com.example.socket;

import dev.lockjaw.adapter.Opening;
import java.io.IOException;
import java.io.OutputStream;

/** Sessions over TLS sockets that lock where they must not, or do not where they must. */
final class WrongSockets {
  private WrongSockets() {}

  /** Reads under a lock that the close wants. */
  static final class ReadsLocked extends TlsSocketLink {
    private final Object reading = new Object();

    ReadsLocked(Opening with) throws IOException {
      super(with);
    }

    @Override
    public void receive() throws IOException {
      synchronized (reading) {
        super.receive();
      }
    }

    @Override
    public void free() throws IOException {
      synchronized (reading) {
        super.free();
      }
    }
  }

  /** Takes the lock of a blocked writer before it closes anything. */
  static final class ClosesLocked extends TlsSocketLink {
    ClosesLocked(Opening with) throws IOException {
      super(with);
    }

    @Override
    public void free() throws IOException {
      synchronized (sending) {
        super.free();
      }
    }
  }

  /** Looks at the stream, and uses it later. */
  static final class NullsStream extends TlsSocketLink {
    NullsStream(Opening with) throws IOException {
      super(with);
    }

    @Override
    public void send(byte[] data) throws IOException {
      if (out != null) {
        out.write(data);
      }
    }

    @Override
    public void free() throws IOException {
      OutputStream last = out;
      out = null;
      if (last != null) {
        tls.close();
      }
    }
  }
}
