package dev.lockjaw.corpus.driver;

import io.undertow.Undertow;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.LogManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/**
 * A worker reads a POST that does not end, and another thread closes the connection at a random
 * moment. One connection at a time.
 */
public final class Undertow1839 implements Driver {
  private static final int CONNECTIONS = 100;
  private static final long LATEST_CLOSE_NANOS = 2_000_000;
  private static final long PATIENCE_MS = 500;
  private static final long STEP_MS = 5_000;
  private static final long MOST_NANOS = 20_000_000_000L;
  private static final int BUFFER = 16 * 1024;
  private static final String REQUEST =
      "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000000000\r\n\r\n";

  private final ExecutorService pool = Daemons.pool();
  private final SplittableRandom random = new SplittableRandom();

  /**
   * The queue of the current connection, so that a late outcome does not count for the next one.
   */
  private volatile BlockingQueue<Outcome> outcome;

  /**
   * The outcome on the server.
   *
   * @param thread that threw, or null
   * @param thrown by the TLS conduit, or null
   */
  private record Outcome(Thread thread, Throwable thrown) {}

  private static final Outcome FINE = new Outcome(null, null);

  @Override
  public void run(Keys keys, Observations seen) throws Exception {
    LogManager.getLogManager().reset();
    SSLContext context = keys.context();
    Undertow server =
        Undertow.builder()
            .setIoThreads(1)
            .setWorkerThreads(64)
            .setBufferSize(BUFFER)
            .addHttpsListener(
                0,
                Keys.LOOPBACK.getHostAddress(),
                context,
                exchange -> {
                  BlockingQueue<Outcome> mine = outcome;
                  exchange.dispatch(() -> mine.add(readAndClose(exchange)));
                })
            .build();
    server.start();
    InetSocketAddress address = (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    long end = System.nanoTime() + MOST_NANOS;
    for (int i = 0; i < CONNECTIONS && System.nanoTime() < end; i++) {
      connect(context, address.getPort(), seen);
    }
  }

  private void connect(SSLContext context, int port, Observations seen) throws Exception {
    BlockingQueue<Outcome> mine = new LinkedBlockingQueue<>();
    outcome = mine;
    Outcome came;
    try (Socket raw = new Socket(Keys.LOOPBACK, port)) {
      raw.setSoLinger(true, 0);
      pool.submit(
          () -> {
            SSLSocket socket =
                (SSLSocket) context.getSocketFactory().createSocket(raw, "localhost", port, true);
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            OutputStream out = socket.getOutputStream();
            out.write(REQUEST.getBytes(StandardCharsets.US_ASCII));
            byte[] body = new byte[BUFFER];
            while (true) {
              out.write(body);
            }
          });
      came = mine.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
    }
    if (came == null) { // the client's end wakes a reader that slept through the close
      came = mine.poll(PATIENCE_MS, TimeUnit.MILLISECONDS);
    }
    if (came == null) {
      seen.missed("the server's threads did not finish");
    } else if (came.thrown == null) {
      seen.fine();
    } else {
      seen.bug(
          "The connection was closed while its data was being decrypted. Its buffers were freed"
              + " while the reader used them.",
          List.of(Evidence.of(came.thread, came.thrown)));
    }
  }

  private Outcome readAndClose(HttpServerExchange exchange) {
    AtomicReference<Outcome> first = new AtomicReference<>();
    exchange.startBlocking();
    long delay;
    synchronized (random) {
      delay = random.nextLong(LATEST_CLOSE_NANOS);
    }
    Future<?> closer =
        pool.submit(
            () -> {
              long end = System.nanoTime() + delay;
              while (System.nanoTime() < end) {
                Thread.onSpinWait();
              }
              noting(first, exchange.getConnection()::close);
            });
    noting(
        first,
        () -> {
          InputStream in = exchange.getInputStream();
          byte[] data = new byte[BUFFER];
          while (in.read(data) >= 0) {
            // only an exception matters
          }
        });
    try {
      closer.get(STEP_MS, TimeUnit.MILLISECONDS);
    } catch (Exception stuck) {
      throw new IllegalStateException("the closer does not end", stuck);
    }
    return Objects.requireNonNullElse(first.get(), FINE);
  }

  /** Keeps an exception of the TLS conduit. An IOException is a legitimate result of a close. */
  private static void noting(AtomicReference<Outcome> first, Daemons.Work work) {
    try {
      work.run();
    } catch (IOException closed) {
      // allowed
    } catch (Exception thrown) {
      if (Arrays.stream(thrown.getStackTrace())
          .anyMatch(frame -> frame.getClassName().endsWith(".SslConduit"))) {
        first.compareAndSet(null, new Outcome(Thread.currentThread(), thrown));
      }
    }
  }
}
