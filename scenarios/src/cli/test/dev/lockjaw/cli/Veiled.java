package dev.lockjaw.cli;

import dev.lockjaw.run.Connection;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.run.Traffic;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.transport.bc.BouncyCastleTransport;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A transport on which what {@link WriteFreeUnlessVeiled} has to show can't be seen. */
final class Veiled implements Transport {
  private final Transport real = new BouncyCastleTransport();

  @Override
  public String id() {
    return "veiled";
  }

  @Override
  public String description() {
    return "hides the bug";
  }

  @Override
  public ThreadContract contract() {
    return real.contract();
  }

  @Override
  public String contractSource() {
    return real.contractSource();
  }

  @Override
  public Tls open(Protocol protocol) throws IOException {
    Tls tls = real.open(protocol);
    return new Tls() {
      @Override
      public Endpoint client(Io io) throws IOException {
        return new Veil(tls.client(io));
      }

      @Override
      public Endpoint server(Io io) throws IOException {
        return tls.server(io);
      }
    };
  }

  private record Veil(Endpoint real) implements Endpoint {
    @Override
    public boolean handshake() throws IOException {
      return real.handshake();
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return real.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
      real.write(from);
    }

    @Override
    public boolean owesOutput() {
      return real.owesOutput();
    }

    @Override
    public void requestKeyUpdate() throws IOException {
      real.requestKeyUpdate();
    }

    @Override
    public void free() throws IOException {
      real.free();
    }
  }

  /** The known-bad scenario, in which only one thread does anything if the transport is veiled. */
  static final class WriteFreeUnlessVeiled implements Scenario {
    @Override
    public String id() {
      return "write-free";
    }

    @Override
    public String description() {
      return "one thread frees the session while another writes, unless the transport is veiled";
    }

    @Override
    public void arrange(Stage stage) throws IOException {
      Connection connection = stage.connect("client");
      Traffic traffic = Traffic.to(stage, connection);
      stage.actor("writer", () -> traffic.send("writer"));
      if (!(connection.session().endpoint() instanceof Veil)) {
        stage.actor("freer", connection.session()::free);
      }
    }
  }
}
