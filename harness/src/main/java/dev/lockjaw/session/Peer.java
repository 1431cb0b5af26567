package dev.lockjaw.session;

import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.wire.WireEnd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;
import org.apiguardian.api.API;

/**
 * The independent other end of a session. It sets a scene and checks what arrived. It is a bare
 * endpoint of the same TLS stack, with no lock and no scheduling point. One thread at a time may
 * use it.
 */
@API(status = API.Status.STABLE)
public final class Peer {
  private final Endpoint endpoint;
  private final PeerIo io;

  /**
   * @param stack makes the endpoint over the peer's I/O
   */
  public Peer(WireEnd wire, Function<Io, Endpoint> stack) {
    this.io = new PeerIo(wire);
    this.endpoint = stack.apply(io);
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /** Sends one record. */
  public void send(byte[] data) throws IOException {
    endpoint.write(ByteBuffer.wrap(data));
  }

  /** Updates this end's keys, and asks the other end to update its own. */
  public void requestKeyUpdate() throws IOException {
    endpoint.requestKeyUpdate();
  }

  /** Answers the handshake messages that have arrived. */
  public void shakeHands() throws IOException {
    endpoint.handshake();
  }

  /**
   * Decrypts all that has arrived.
   *
   * @throws IOException if the stack rejects it, a record out of order for instance
   */
  public byte[] drain() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    ByteBuffer plain = ByteBuffer.allocate(16 * 1024);
    while (true) {
      plain.clear();
      int count = endpoint.read(plain);
      all.write(plain.array(), 0, Math.max(0, count));
      if (count < 0 || (count == 0 && !io.wire.readable())) {
        return all.toByteArray();
      }
    }
  }

  /** Sends a close_notify and frees the endpoint. The wire stays open. Last of all. */
  public void close() throws IOException {
    endpoint.free();
  }

  /** Writes kept bytes to the wire, as far as there is room now. */
  public void flush() throws IOException {
    io.flush();
  }

  private static final class PeerIo implements Io {
    private final WireEnd wire;
    private final Queue<ByteBuffer> unsent = new ArrayDeque<>();

    PeerIo(WireEnd wire) {
      this.wire = wire;
    }

    @Override
    public int read(ByteBuffer into) throws IOException {
      return wire.read(into);
    }

    @Override
    public void write(ByteBuffer from) throws IOException {
      unsent.add(ByteBuffer.allocate(from.remaining()).put(from).flip());
      flush();
    }

    void flush() throws IOException {
      while (!unsent.isEmpty()) {
        wire.write(unsent.peek());
        if (unsent.peek().hasRemaining()) {
          return;
        }
        unsent.remove();
      }
    }
  }
}
