package dev.lockjaw.transport;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The TLS endpoints of a connection: fresh ones, or, if {@link EndpointPairs} keeps them, those
 * that an earlier run established and left unhurt. One thread at a time arranges it.
 */
public final class EndpointPair {
  private static final int MOST_FLIGHTS = 10;

  private final Tls tls;
  private final boolean kept;
  private final CountedIo clientIo = new CountedIo();
  private final CountedIo serverIo = new CountedIo();
  private Endpoint client;
  private Endpoint server;
  private boolean established;

  /**
   * @param kept whether it may serve more than one run
   */
  EndpointPair(Tls tls, boolean kept) {
    this.tls = tls;
    this.kept = kept;
  }

  /** The client, which uses this I/O from now on. */
  public Endpoint client(Io io) throws IOException {
    clientIo.leadTo(io);
    if (client == null) {
      client = tls.client(kept ? clientIo : io);
    }
    return client;
  }

  /** A client that will run the full handshake. */
  public Endpoint freshClient(Io io) throws IOException {
    client = tls.freshClient(io);
    return client;
  }

  /** The server, which uses this I/O from now on. */
  public Endpoint server(Io io) throws IOException {
    serverIo.leadTo(io);
    if (server == null) {
      server = tls.server(kept ? serverIo : io);
    }
    return server;
  }

  public boolean established() {
    return established;
  }

  /**
   * Shakes hands, unless that was done. The client also takes what the server sends of its own
   * accord after that.
   */
  public void establish() throws IOException {
    for (int flight = 0; !established && flight < MOST_FLIGHTS; flight++) {
      established = client.handshake() & server.handshake();
      if (established && client.read(ByteBuffer.allocate(1024)) > 0) {
        throw new IOException("data before any was sent");
      }
    }
    if (!established) {
      throw new IOException("the handshake did not complete");
    }
  }

  /** Whether it may serve another run: each end has read what the other wrote, and kept nothing. */
  boolean unhurt() {
    return kept
        && established
        && clientIo.hasReadAllOf(serverIo)
        && serverIo.hasReadAllOf(clientIo)
        && client instanceof Reusable first
        && first.unhurt()
        && server instanceof Reusable second
        && second.unhurt();
  }

  /** Gives back what the endpoints hold outside of the Java heap. */
  void discard() {
    if (client != null) {
      client.discard();
    }
    if (server != null) {
      server.discard();
    }
  }
}
