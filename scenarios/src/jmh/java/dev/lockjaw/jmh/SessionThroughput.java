package dev.lockjaw.jmh;

import dev.lockjaw.lock.Status;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.Witness;
import dev.lockjaw.result.Held;
import dev.lockjaw.session.Delivery;
import dev.lockjaw.session.Session;
import dev.lockjaw.sync.direct.DirectSync;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.wire.MemoryWire;
import dev.lockjaw.wire.Wire;
import dev.lockjaw.wire.WireEnd;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Moves a record from one end to the other in one thread, in three ways: through the bare engines
 * with one copy of the sealed record in between; through the engines and the wire that sessions
 * have; and through two sessions and that wire, with a session's oracles on and no exploration. The
 * ratio of the last two is the overhead of sessions, strategies and oracles, because every program
 * has a wire.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(3)
public class SessionThroughput {
  @Param("jsse")
  public String transport;

  @Param("free-aware")
  public String guard;

  @Param("16384")
  public int bytes;

  private byte[] data;
  private Session from;
  private Session to;
  private long received;
  private SSLEngine sealing;
  private SSLEngine opening;
  private ByteBuffer plain;
  private ByteBuffer packet;
  private ByteBuffer wire;
  private ByteBuffer opened;
  private Wire ends;

  @Setup
  public void open() throws IOException {
    data = new byte[bytes];
    Pair sessions = new Pair(transport, guard);
    from = sessions.client;
    to = sessions.server;
    to.onReceive(Delivery.AFTER_RELEASE, record -> received += record.length);
    Pair bare = new Pair(transport, guard);
    sealing = bare.client.endpoint().engine().orElseThrow();
    opening = bare.server.endpoint().engine().orElseThrow();
    plain = ByteBuffer.wrap(data);
    packet = ByteBuffer.allocate(sealing.getSession().getPacketBufferSize());
    wire = ByteBuffer.allocate(packet.capacity());
    ends = bare.wire;
    opened = ByteBuffer.allocate(opening.getSession().getApplicationBufferSize());
  }

  @TearDown
  public void discard() {
    from.endpoint().discard();
    to.endpoint().discard();
  }

  @Benchmark
  public long sessions() {
    long before = received;
    from.send(data);
    Status status = to.receive();
    if (received - before != bytes) {
      throw new IllegalStateException(
          "received " + (received - before) + " bytes of a record: " + status);
    }
    return received;
  }

  @Benchmark
  public byte[] engines() throws SSLException {
    sealing.wrap(plain.clear(), packet.clear());
    wire.clear().put(packet.flip());
    return openRecord();
  }

  @Benchmark
  public byte[] enginesOnWire() throws IOException {
    sealing.wrap(plain.clear(), packet.clear());
    ends.client().write(packet.flip());
    ends.server().read(wire.clear());
    return openRecord();
  }

  /** Copies the plaintext into a new array, as a session does for its receiver. */
  private byte[] openRecord() throws SSLException {
    opening.unwrap(wire.flip(), opened.clear());
    byte[] record = new byte[opened.flip().remaining()];
    opened.get(record);
    if (record.length != bytes) {
      throw new IllegalStateException("received " + record.length + " bytes of a record");
    }
    return record;
  }

  /** Keeps no stacks, like a run without findings. */
  private record Onlooker() implements Witness {
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

  /** Two established sessions on one wire. */
  private static final class Pair {
    final Session client;
    final Session server;
    final Wire wire;

    Pair(String transport, String strategy) throws IOException {
      Transport stack = GuardedEndpoint.transport(transport);
      Tls tls = stack.open(Protocol.TLS_1_2);
      DirectSync sync = new DirectSync();
      wire = new MemoryWire(sync, "wire", 256 * 1024).wire();
      client = session("client", sync, strategy, stack, wire.client(), io -> client(tls, io));
      server = session("server", sync, strategy, stack, wire.server(), io -> server(tls, io));
      while (!(client.endpoint().handshake() & server.endpoint().handshake())) {
        // each call answers the other end
      }
      client.endpoint().read(ByteBuffer.allocate(1024));
    }

    private static Session session(
        String name,
        DirectSync sync,
        String strategy,
        Transport stack,
        WireEnd end,
        Function<Io, Endpoint> tls) {
      ContractMonitor monitor =
          new ContractMonitor(
              name,
              stack.contract(),
              false,
              new Onlooker(),
              (kind, key, evidence) -> {
                throw new IllegalStateException(kind + ": " + key);
              });
      return new Session(name, sync, GuardedEndpoint.strategy(strategy), monitor, end, tls);
    }

    private static Endpoint client(Tls tls, Io io) {
      try {
        return tls.client(io);
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    }

    private static Endpoint server(Tls tls, Io io) {
      try {
        return tls.server(io);
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    }
  }
}
