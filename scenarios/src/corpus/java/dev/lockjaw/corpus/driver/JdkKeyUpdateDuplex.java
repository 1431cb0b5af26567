package dev.lockjaw.corpus.driver;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/**
 * Both ends write as fast as they can, each with a reader beside the writer. Keys are updated after
 * each MiB.
 */
public final class JdkKeyUpdateDuplex implements Driver {
  private static final String LIMIT =
      "AES/GCM/NoPadding KeyUpdate 2^20, ChaCha20-Poly1305 KeyUpdate 2^20";
  private static final int BUFFER = 16 * 1024;
  private static final long MOST_MS = 30_000;

  /** If bytes still move after this long, the try went well. */
  private static final long WORKING_MS = 8_000;

  private static final long STALL_MS = 1_250;

  /** After this many bytes, some hundred updates, the try went well too. */
  private static final long ENOUGH = 256 << 20;

  private final String protocol;
  private final AtomicLong received = new AtomicLong();

  /**
   * @param protocol such as {@code TLSv1.3}
   */
  public JdkKeyUpdateDuplex(String protocol) {
    this.protocol = protocol;
  }

  @Override
  public void run(Keys keys, Observations seen) throws Exception {
    Security.setProperty("jdk.tls.keyLimits", LIMIT); // before TLS reads it
    SSLContext context = keys.context();
    SSLServerSocket server =
        (SSLServerSocket) context.getServerSocketFactory().createServerSocket();
    server.setReceiveBufferSize(BUFFER);
    server.bind(new InetSocketAddress(Keys.LOOPBACK, 0));
    SSLSocket client = (SSLSocket) context.getSocketFactory().createSocket();
    client.setReceiveBufferSize(BUFFER);
    client.setSendBufferSize(BUFFER);
    client.setEnabledProtocols(new String[] {protocol});
    client.connect(server.getLocalSocketAddress());
    SSLSocket accepted = (SSLSocket) server.accept();
    accepted.setSendBufferSize(BUFFER);
    Thread handshake = Daemons.start("handshake", accepted::startHandshake);
    client.startHandshake();
    handshake.join();

    List<Thread> threads = new ArrayList<>();
    for (SSLSocket end : List.of(client, accepted)) {
      String name = end == client ? "client" : "server";
      threads.add(Daemons.start(name + "-writer", () -> write(end)));
      threads.add(Daemons.start(name + "-reader", () -> read(end)));
    }
    Still stalled = new Still(STALL_MS, received::get);
    long start = System.nanoTime();
    Daemons.until(
        MOST_MS,
        () ->
            (stalled.getAsBoolean() ? isLocked(threads) : isWorking(start))
                || threads.stream().anyMatch(thread -> !thread.isAlive()));
    judge(threads, stalled.getAsBoolean(), seen);
  }

  private boolean isWorking(long start) {
    return received.get() >= ENOUGH || System.nanoTime() - start > WORKING_MS * 1_000_000;
  }

  /** At each end the writer has the lock, or the reader has it and can't send its answer. */
  private static boolean isLocked(List<Thread> threads) {
    return isLocked(threads.get(0), threads.get(1)) && isLocked(threads.get(2), threads.get(3));
  }

  private static boolean isLocked(Thread writer, Thread reader) {
    return Evidence.isSending(writer) && Evidence.waits(reader, writer)
        || Evidence.isSending(reader) && Evidence.waits(writer, reader);
  }

  private static void judge(List<Thread> threads, boolean stalled, Observations seen) {
    if (stalled && isLocked(threads)) {
      seen.bug(
          "No byte moves for "
              + STALL_MS
              + " ms. Both readers must answer a KeyUpdate. At each end reader or writer waits for"
              + " the other's lock, whose holder is blocked until the other end reads.",
          Evidence.of(LockNames.of(), threads.toArray(Thread[]::new)));
    } else if (threads.stream().anyMatch(thread -> !thread.isAlive())) {
      seen.missed("a thread ended");
    } else if (stalled) {
      seen.missed("no byte moves, but not because of their locks: " + doing(threads));
    } else {
      seen.fine();
    }
  }

  private static String doing(List<Thread> threads) {
    return Evidence.of(LockNames.of(), threads.toArray(Thread[]::new)).stream()
        .map(thread -> thread.name() + " " + thread.doing())
        .collect(Collectors.joining(", "));
  }

  private static void write(SSLSocket end) throws Exception {
    OutputStream out = end.getOutputStream();
    byte[] data = new byte[BUFFER];
    while (true) {
      out.write(data);
    }
  }

  private void read(SSLSocket end) throws Exception {
    InputStream in = end.getInputStream();
    byte[] data = new byte[BUFFER];
    for (int count = in.read(data); count >= 0; count = in.read(data)) {
      received.addAndGet(count);
    }
  }
}
