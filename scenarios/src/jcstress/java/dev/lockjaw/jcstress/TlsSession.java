package dev.lockjaw.jcstress;

import dev.lockjaw.session.Peer;
import dev.lockjaw.sync.direct.DirectSync;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.jsse.JsseTransport;
import dev.lockjaw.wire.MemoryWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Function;

/**
 * The client of an established session of the JDK's own TLS stack, resumed if the stack can. Each
 * sample gets a fresh one.
 */
final class TlsSession implements GuardedStack {
  private static final int MESSAGE = 64;
  private static final int WIRE = 64 * 1024;

  /** One for each thread, because only one thread at a time may use a {@link Tls}. */
  private static final ThreadLocal<Tls> STACKS = ThreadLocal.withInitial(TlsSession::open);

  private final Endpoint client;

  TlsSession() {
    Tls tls = STACKS.get();
    MemoryWire wire = new MemoryWire(new DirectSync(), "wire", WIRE);
    try {
      client = new Peer(wire.wire().client(), unchecked(tls::client)).endpoint();
      Endpoint server = new Peer(wire.wire().server(), unchecked(tls::server)).endpoint();
      boolean done = false;
      while (!done) {
        done = client.handshake() & server.handshake();
      }
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private static Tls open() {
    try {
      return new JsseTransport().open(Protocol.TLS_1_2);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }

  private interface Maker {
    Endpoint make(Io io) throws IOException;
  }

  private static Function<Io, Endpoint> unchecked(Maker maker) {
    return io -> {
      try {
        return maker.make(io);
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    };
  }

  @Override
  public String write() {
    try {
      client.write(ByteBuffer.allocate(MESSAGE));
      return "written";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String read() {
    try {
      return client.read(ByteBuffer.allocate(MESSAGE)) < 0 ? "end" : "read";
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public String free() {
    try {
      client.free();
      return FREED;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
