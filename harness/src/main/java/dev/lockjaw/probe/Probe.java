package dev.lockjaw.probe;

import dev.lockjaw.arena.Jitter;
import dev.lockjaw.engine.ProbedEngine;
import dev.lockjaw.explain.Explanation;
import dev.lockjaw.explain.Style;
import dev.lockjaw.explain.Text;
import dev.lockjaw.result.Finding;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apiguardian.api.API;

/**
 * Watches a library that makes its own threads and connections. Give the library {@link #context}
 * or {@link #engine}, or install {@link LockjawProvider}; run it as usual, then read {@link
 * #findings}.
 *
 * <pre>{@code
 * try (Probe probe = Probe.seeded(1)) {
 *   HttpClient client =
 *       HttpClient.newBuilder().sslContext(probe.context(SSLContext.getDefault())).build();
 *   client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
 *   assertThat(probe).hasNoFindings();
 * }
 * }</pre>
 *
 * <p>The probe puts small delays, drawn from the seed, around every call of a TLS engine or socket.
 * It finds:
 *
 * <ul>
 *   <li>{@code concurrent-entry}: two threads in {@code wrap}, or two in {@code unwrap}, of one
 *       engine, which the documentation of {@link SSLEngine} forbids. A {@code wrap} beside an
 *       {@code unwrap} is allowed, and so is a close at any time, and any call of a closed engine.
 *       Sockets have locks of their own, and any thread may use them;
 *   <li>{@code record-corruption}: a record that cannot be decrypted or verified, or bytes that are
 *       no record after others were. Records that were sent in another order than they were made
 *       cause this, and so does a buffer that two threads share;
 *   <li>{@code null-dereference} and {@code escaped-exception}: a runtime exception that a call of
 *       an engine, of one of its delegated tasks or of a socket throws, unless the documentation of
 *       {@link SSLEngine} names it for callers' mistakes ({@code IllegalArgumentException}, {@code
 *       IllegalStateException}, {@code UnsupportedOperationException});
 *   <li>{@code deadlock}: threads that wait for each other's locks, if one of them has ever called
 *       an engine or a socket;
 *   <li>after the given patience, {@code stall}: a thread that stands inside an engine or one of
 *       its delegated tasks, and a handshake that does not end; and {@code blocked-io-under-lock}:
 *       a call that waits for a lock whose holder waits for the peer.
 * </ul>
 *
 * <p>The threads are not Lockjaw's, so a seed gives the same delays but not the same interleaving,
 * and no findings prove nothing. Virtual threads can be used, but the probe does not see where they
 * are stuck. Any thread may call any method.
 */
@API(status = API.Status.STABLE)
public final class Probe implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int WIDTH = 100;

  private final long seed;
  private final Ledger ledger = new Ledger();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final Set<Stay> inside = ConcurrentHashMap.newKeySet();
  private final AtomicInteger engines = new AtomicInteger();
  private final AtomicInteger sockets = new AtomicInteger();
  private final AtomicLong calls = new AtomicLong();
  private final AtomicLong meetings = new AtomicLong();
  private final ProbeWatchdog watchdog;
  private volatile boolean closed;

  private Probe(long seed, Duration patience) {
    this.seed = seed;
    this.watchdog = new ProbeWatchdog(this, patience);
  }

  /** A probe whose delays are drawn from a seed, with a patience of five seconds. */
  public static Probe seeded(long seed) {
    return seeded(seed, PATIENCE);
  }

  /**
   * A probe whose delays are drawn from a seed.
   *
   * @param patience how long a thread must stand still before the probe takes it to be stuck, where
   *     nothing else shows that it is
   * @throws IllegalArgumentException if {@code patience} is not positive
   */
  public static Probe seeded(long seed, Duration patience) {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience must be positive, not " + patience);
    }
    Probe probe = new Probe(seed, patience);
    probe.watchdog.start();
    return probe;
  }

  /**
   * A context whose engines and sockets are probed. In all other respects it does what {@code real}
   * does, and it names the same provider. Its engines and sockets have other classes, so a cast to
   * a class of the provider fails.
   */
  public SSLContext context(SSLContext real) {
    return new ProbedContext(this, real);
  }

  /** A probed engine, for a library that is given engines. */
  public SSLEngine engine(SSLEngine real) {
    return new ProbedEngine(real, new ProbeDoor(this, "engine " + engines.incrementAndGet(), true));
  }

  /** What was found so far: one finding of each shape, because several threads may do the same. */
  public List<Finding> findings() {
    watchdog.look();
    return ledger.findings();
  }

  /** What passed through the probe so far. Without calls nothing was tested. */
  public Seen seen() {
    return new Seen(engines.get(), sockets.get(), calls.get(), meetings.get());
  }

  /**
   * How much passed through a probe.
   *
   * @param engines that were made
   * @param sockets that were made
   * @param calls of engines and sockets
   * @param meetings calls of an engine that found another thread inside
   */
  @API(status = API.Status.STABLE)
  public record Seen(int engines, int sockets, long calls, long meetings) {
    @Override
    public String toString() {
      return Text.and(
          List.of(
              Text.count(engines, "engine"),
              Text.count(sockets, "socket"),
              Text.count(calls, "call"),
              Text.count(meetings, "meeting")));
    }
  }

  /** All findings in full, as text for the person who repairs the code. */
  public String explanation() {
    return ledger.entries().stream()
        .map(
            entry ->
                Explanation.of(
                    "probed code, seed " + seed,
                    "Seen " + (entry.times() == 1 ? "once." : entry.times() + " times."),
                    entry.finding(),
                    WIDTH,
                    Style.PLAIN))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Stops watching. Probed engines and sockets keep working, without delays. Findings are kept.
   * Does not wait for other threads.
   */
  @Override
  public void close() {
    if (!closed) {
      watchdog.look();
      closed = true;
      watchdog.interrupt();
    }
  }

  /** What was seen, and the kinds of what was found. */
  @Override
  public String toString() {
    List<Ledger.Entry> entries = ledger.entries();
    return "probe with seed "
        + seed
        + ", "
        + seen()
        + ", "
        + (entries.isEmpty()
            ? "nothing found"
            : Text.and(entries.stream().map(entry -> entry.finding().kind().id()).toList()));
  }

  // ---- for what is probed ----

  /** A socket, probed, if it is one of TLS; any other passes. */
  Socket socket(Socket real) {
    return real instanceof SSLSocket tls
        ? new ProbedSocket(tls, new ProbeDoor(this, "socket " + sockets.incrementAndGet(), false))
        : real;
  }

  ServerSocket serverSocket(ServerSocket real) throws IOException {
    return real instanceof SSLServerSocket tls ? new ProbedServerSocket(tls, this) : real;
  }

  boolean closed() {
    return closed;
  }

  /** A seed for one connection. */
  long seed(String connection) {
    return Jitter.mix(seed ^ connection.hashCode());
  }

  void entered(Stay stay) {
    threads.add(stay.thread());
    inside.add(stay);
    calls.incrementAndGet();
  }

  void left(Stay stay) {
    inside.remove(stay);
  }

  void met() {
    meetings.incrementAndGet();
  }

  void report(Supplier<Finding> finding) {
    if (!closed) {
      ledger.add(finding.get());
    }
  }

  /** How many findings there are so far. */
  int reported() {
    return ledger.entries().size();
  }

  /** Watches a handshake. */
  void begun(Handshake handshake) {
    watchdog.begun(handshake);
  }

  /** Threads that have called an engine or a socket. */
  Set<Thread> threads() {
    return threads;
  }

  void forgetEnded() {
    threads.removeIf(thread -> !thread.isAlive());
  }

  Set<Stay> inside() {
    return inside;
  }
}
