package dev.lockjaw.jmh;

import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.SessionGuard;
import dev.lockjaw.lock.Status;
import dev.lockjaw.session.Peer;
import dev.lockjaw.sync.direct.DirectSync;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.wire.MemoryWire;
import dev.lockjaw.wire.WireEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ServiceLoader;
import java.util.function.Function;

/**
 * An established endpoint of a real TLS stack behind a strategy's guard, and its peer. It leaves
 * out the oracles of a {@link dev.lockjaw.session.Session}, because they lock too and would hide
 * the strategies' cost. After the handshake, the endpoint's output is dropped, so that a write
 * never waits. Its input is sealed by the peer just before a read.
 */
final class GuardedEndpoint {
  private final ClientIo io;
  private final Endpoint endpoint;
  private final Peer peer;
  private final SessionGuard guard;

  GuardedEndpoint(String strategy, String transport) throws IOException {
    this(new DirectSync(), strategy, open(transport));
  }

  /** One of several sessions that share a sync, and therefore the sync's global objects. */
  GuardedEndpoint(DirectSync sync, String strategy, Tls tls) throws IOException {
    MemoryWire wire = new MemoryWire(sync, "wire", 256 * 1024);
    io = new ClientIo(wire.wire().client());
    endpoint = tls.client(io);
    peer = new Peer(wire.wire().server(), stack(tls));
    boolean done = false;
    while (!done) {
      done = endpoint.handshake() & peer.endpoint().handshake();
    }
    endpoint.read(ByteBuffer.allocate(1024));
    io.dropping = true;
    guard = guard(strategy, sync);
  }

  static Tls open(String transport) throws IOException {
    return transport(transport).open(Protocol.TLS_1_2);
  }

  static SessionGuard guard(String strategy, DirectSync sync) {
    return strategy(strategy).guard(sync, "client", () -> {});
  }

  static LockStrategy strategy(String id) {
    return named(LockStrategy.class, id, LockStrategy::id);
  }

  static Transport transport(String id) {
    return named(Transport.class, id, Transport::id);
  }

  private static <T> T named(Class<T> service, String name, Function<T, String> id) {
    return ServiceLoader.load(service).stream()
        .map(ServiceLoader.Provider::get)
        .filter(one -> id.apply(one).equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no " + name + " on the class path"));
  }

  private static Function<Io, Endpoint> stack(Tls tls) {
    return io -> {
      try {
        return tls.server(io);
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    };
  }

  Status run(Operation operation) {
    return guard.run(operation);
  }

  /** Seals a record at the peer, for the next read. Only for the thread that reads. */
  void feed(byte[] data) {
    try {
      peer.send(data);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /** Frees the endpoint without the guard. */
  void free() throws IOException {
    endpoint.free();
  }

  void discard() {
    endpoint.discard();
    peer.endpoint().discard();
  }

  /** Seals a record of a given size. One thread at a time may run it. */
  final class Write implements Operation {
    private final ByteBuffer data;
    private volatile long performed;

    Write(int bytes) {
      data = ByteBuffer.allocate(bytes);
    }

    /** How often it has been performed. */
    long performed() {
      return performed;
    }

    @Override
    public OperationKind kind() {
      return OperationKind.WRITE;
    }

    @Override
    public boolean awaited() {
      return false;
    }

    @Override
    public Status perform() {
      try {
        endpoint.write(data.clear());
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
      performed = performed + 1; // only one thread at a time writes it
      return Status.OK;
    }
  }

  /** Opens a record if there is one. One thread at a time may run it. */
  final class Read implements Operation {
    private final ByteBuffer plain = ByteBuffer.allocate(17 * 1024);

    @Override
    public OperationKind kind() {
      return OperationKind.READ;
    }

    @Override
    public boolean awaited() {
      return true;
    }

    @Override
    public Status perform() {
      try {
        int count = endpoint.read(plain.clear());
        return count > 0 ? Status.OK : Status.WANT_READ;
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      }
    }
  }

  private static final class ClientIo implements Io {
    private final WireEnd wire;
    private boolean dropping;

    ClientIo(WireEnd wire) {
      this.wire = wire;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return wire.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
      if (dropping) {
        from.position(from.limit());
        return;
      }
      wire.write(from);
      if (from.hasRemaining()) {
        throw new IOException("the handshake does not fit on the wire");
      }
    }
  }
}
