package beside;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.engine.ProbedEngine;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.concurrent.ConcurrentHashMap;

/** A fresh established TLS 1.2 connection in memory. */
final class Pair {
  private static final Map<String, Tls> STACKS = new ConcurrentHashMap<>();

  private final Pipe toServer = new Pipe();
  private final Pipe toClient = new Pipe();
  private final Endpoint server;
  private final Use use = new Use();
  final Opening client;

  Pair(String transport) throws IOException {
    Tls tls = stack(transport);
    Endpoint end = tls.client(new Ends(toClient, toServer));
    server = tls.server(new Ends(toServer, toClient));
    establish(end, server);
    client = new Opening(new ProbedEngine(end.engine().orElseThrow(), use), new Channel());
  }

  static void establish(Endpoint client, Endpoint server) throws IOException {
    boolean done = false;
    for (int flight = 0; !done && flight < 10; flight++) {
      done = client.handshake() & server.handshake();
    }
    if (!done) {
      throw new IOException("the handshake did not complete");
    }
    client.read(ByteBuffer.allocate(1024));
  }

  /** Opened once, before any tool looks. */
  static Tls stack(String transport) {
    return STACKS.computeIfAbsent(
        transport,
        name ->
            ServiceLoader.load(Transport.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(some -> some.id().equals(name))
                .findFirst()
                .map(Pair::open)
                .orElseThrow());
  }

  private static Tls open(Transport transport) {
    try {
      return transport.open(Protocol.TLS_1_2);
    } catch (IOException refused) {
      throw new IllegalStateException(refused);
    }
  }

  /** What the engine was misused for; null if it was not. */
  String misuse() {
    return use.misuse();
  }

  /** An operation of the calling thread has ended. */
  void ended() {
    use.ended();
  }

  /** The number of bytes that the peer has decrypted. */
  int arrived() throws IOException {
    int all = 0;
    ByteBuffer plain = ByteBuffer.allocate(16 * 1024);
    while (true) {
      int count = server.read(plain.clear());
      all += Math.max(0, count);
      if (count < 0 || count == 0 && toServer.empty()) {
        return all;
      }
    }
  }

  private static final class Pipe {
    private final ByteBuffer bytes = ByteBuffer.allocate(64 * 1024);

    synchronized int read(ByteBuffer into) {
      bytes.flip();
      int count = Math.min(bytes.remaining(), into.remaining());
      into.put(into.position(), bytes, bytes.position(), count);
      into.position(into.position() + count);
      bytes.position(bytes.position() + count);
      bytes.compact();
      return count;
    }

    synchronized int write(ByteBuffer from) {
      int count = from.remaining();
      bytes.put(from);
      return count;
    }

    synchronized boolean empty() {
      return bytes.position() == 0;
    }
  }

  private record Ends(Pipe in, Pipe out) implements Io {
    @Override
    public int read(ByteBuffer into) {
      return in.read(into);
    }

    @Override
    public void write(ByteBuffer from) {
      out.write(from);
    }
  }

  private final class Channel implements ByteChannel {
    @Override
    public int read(ByteBuffer into) {
      return toClient.read(into);
    }

    @Override
    public int write(ByteBuffer from) {
      return toServer.write(from);
    }

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public void close() {}
  }
}
