package beside;

import dev.lockjaw.adapter.UserSession;
import dev.lockjaw.result.Held;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.Witness;
import dev.lockjaw.session.Peer;
import dev.lockjaw.session.Session;
import dev.lockjaw.sync.direct.DirectSync;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.wire.MemoryWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.ServiceLoader;

/**
 * A session of Lockjaw's own under one of its lock strategies, on the JDK's locks and without a
 * scheduling point of Lockjaw's.
 */
final class Guarded implements UserSession {
  private final Session session;
  private volatile String misuse;

  Guarded(String strategy, String transport) throws IOException {
    Tls tls = Pair.stack(transport);
    DirectSync sync = new DirectSync();
    MemoryWire wire = new MemoryWire(sync, "client", 256 * 1024);
    ContractMonitor monitor =
        new ContractMonitor(
            "client",
            ThreadContract.DUPLEX,
            false,
            new Threads(),
            (kind, key, evidence) -> misuse = kind.toString());
    session =
        new Session(
            "client",
            sync,
            named(strategy),
            monitor,
            wire.wire().client(),
            io -> {
              try {
                return tls.client(io);
              } catch (IOException refused) {
                throw new UncheckedIOException(refused);
              }
            });
    Endpoint server =
        new Peer(
                wire.wire().server(),
                io -> {
                  try {
                    return tls.server(io);
                  } catch (IOException refused) {
                    throw new UncheckedIOException(refused);
                  }
                })
            .endpoint();
    Pair.establish(session.endpoint(), server);
    session.open();
  }

  private static LockStrategy named(String id) {
    return ServiceLoader.load(LockStrategy.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(some -> some.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  /** What the stack was misused for; null if it was not. */
  String misuse() {
    return misuse;
  }

  @Override
  public void send(byte[] data) {
    session.send(data);
  }

  @Override
  public void receive() {
    session.receive();
  }

  @Override
  public void free() {
    session.free();
  }

  private static final class Threads implements Witness {
    @Override
    public String thread() {
      return Thread.currentThread().getName();
    }

    @Override
    public boolean recording() {
      return false;
    }

    @Override
    public List<Held> held() {
      return List.of();
    }

    @Override
    public List<StackTraceElement> stack() {
      return List.of();
    }
  }
}
