package dev.lockjaw.jmh;

import dev.lockjaw.session.Peer;
import dev.lockjaw.sync.direct.DirectSync;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.wire.MemoryWire;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ServiceLoader;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
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
import org.openjdk.jmh.annotations.Warmup;

/** The cost of a fresh established pair, both ends. It bounds the schedules a second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FreshSession {
  @Param({"jsse", "bc"})
  public String transport;

  @Param({"TLS_1_2", "TLS_1_3"})
  public Protocol protocol;

  private Tls tls;

  @Setup
  public void open() throws IOException {
    for (Transport candidate : ServiceLoader.load(Transport.class)) {
      if (candidate.id().equals(transport)) {
        tls = candidate.open(protocol);
      }
    }
  }

  @Benchmark
  public boolean establish() throws IOException {
    MemoryWire wire = new MemoryWire(new DirectSync(), "wire", 256 * 1024);
    Endpoint client = new Peer(wire.wire().client(), stack(tls::client)).endpoint();
    Endpoint server = new Peer(wire.wire().server(), stack(tls::server)).endpoint();
    boolean done = false;
    while (!done) {
      done = client.handshake() & server.handshake();
    }
    client.read(ByteBuffer.allocate(1024));
    return done;
  }

  private interface Maker {
    Endpoint make(Io io) throws IOException;
  }

  private static Function<Io, Endpoint> stack(Maker maker) {
    return io -> {
      try {
        return maker.make(io);
      } catch (IOException refused) {
        throw new UncheckedIOException(refused);
      }
    };
  }
}
