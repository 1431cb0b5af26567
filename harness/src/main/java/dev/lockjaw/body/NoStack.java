package dev.lockjaw.body;

import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;

/** Stands for the TLS stacks that a test body chooses itself. */
final class NoStack implements Transport {
  @Override
  public String id() {
    return "own";
  }

  @Override
  public String description() {
    return "the TLS stacks that the test chooses";
  }

  @Override
  public ThreadContract contract() {
    return ThreadContract.SERIAL;
  }

  @Override
  public String contractSource() {
    return "none";
  }

  @Override
  public Tls open(Protocol protocol) {
    return new Tls() {
      @Override
      public Endpoint client(Io io) {
        throw new IllegalStateException("a test body makes its own endpoints");
      }

      @Override
      public Endpoint server(Io io) {
        return client(io);
      }
    };
  }
}
