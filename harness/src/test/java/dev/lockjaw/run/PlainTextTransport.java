package dev.lockjaw.run;

import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;

/** A stack that encrypts nothing and keeps nothing: what is found is all the session's doing. */
public record PlainTextTransport(ThreadContract contract) implements Transport {
  public static final PlainTextTransport DUPLEX = new PlainTextTransport(ThreadContract.DUPLEX);
  public static final PlainTextTransport SERIAL = new PlainTextTransport(ThreadContract.SERIAL);

  @Override
  public String id() {
    return "plain-text-" + contract.name().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public String description() {
    return "no TLS at all";
  }

  @Override
  public String contractSource() {
    return "made up";
  }

  @Override
  public Tls open(Protocol protocol) {
    return new Tls() {
      @Override
      public Endpoint client(Io io) {
        return new PlainEndpoint(io);
      }

      @Override
      public Endpoint server(Io io) {
        return new PlainEndpoint(io);
      }
    };
  }

  private record PlainEndpoint(Io io) implements Endpoint {
    @Override
    public boolean handshake() {
      return true;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return io.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
      if (from.hasRemaining()) {
        io.write(from);
      }
    }

    @Override
    public boolean owesOutput() {
      return false;
    }

    @Override
    public void requestKeyUpdate() {
      throw new UnsupportedOperationException("there are no keys");
    }

    @Override
    public void free() {}
  }
}
