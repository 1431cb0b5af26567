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
 * Runs a library under Lockjaw that makes its threads and its connections itself: hand it {@link
 * #context}, or {@link #engine}, or install {@link LockjawProvider}, run it as ever, and ask for
 * {@link #findings}. Small delays, drawn from the seed, are put around every call of a TLS engine
 * or socket, and what threads do there is watched:
 *
 * <ul>
 *   <li>two threads in {@code wrap}, or two in {@code unwrap}, of one engine, which the
 *       documentation of {@link SSLEngine} forbids ({@code concurrent-entry}). One that seals
 *       beside one that opens is allowed, and so is to close at any time; an engine that is closed
 *       may be used, and answers that it is closed. Sockets lock for themselves, and may be used by
 *       everyone;
 *   <li>a record that can't be decrypted or verified, or, after others were, what is no record at
 *       all ({@code record-corruption}): that is what comes of records that went out in another
 *       order than they were made in, or out of a buffer that two threads share;
 *   <li>threads that wait for each other's locks, if one of them ever called an engine or a socket
 *       ({@code deadlock});
 *   <li>with the limit of time given: threads that stand inside an engine, a delegated task
 *       included ({@code stall}), and calls that wait for a lock whose holder waits for the peer
 *       ({@code blocked-io-under-lock}).
 * </ul>
 *
 * <p>The threads are not Lockjaw's, so a seed makes other delays and no certain interleaving, and
 * to find nothing proves nothing. Virtual threads are let through, but are not seen when stuck. Any
 * thread may call any method.
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

  /** A probe whose delays are drawn from a seed; five seconds are for ever. */
  public static Probe seeded(long seed) {
    return seeded(seed, PATIENCE);
  }

  /**
   * A probe whose delays are drawn from a seed.
   *
   * @param patience how long a thread has to stand still until it is taken to stand for ever, where
   *     that can't be known otherwise
   * @throws IllegalArgumentException if {@code patience} isn't positive
   */
  public static Probe seeded(long seed, Duration patience) {
    if (patience.isNegative() || patience.isZero()) {
      throw new IllegalArgumentException("patience is to be positive, not " + patience);
    }
    Probe probe = new Probe(seed, patience);
    probe.watchdog.start();
    return probe;
  }

  /**
   * A context whose engines and sockets are probed, and for the rest do what those of {@code real}
   * do. It says that it is of the same provider; only its engines and sockets are of other classes,
   * so that a cast to a class of the provider's fails.
   */
  public SSLContext context(SSLContext real) {
    return new ProbedContext(this, real);
  }

  /** One engine, probed; for a library that is given engines. */
  public SSLEngine engine(SSLEngine real) {
    return new ProbedEngine(real, new ProbeDoor(this, "engine " + engines.incrementAndGet(), true));
  }

  /** What was found until now; one of each shape, as different threads may do the same. */
  public List<Finding> findings() {
    watchdog.look();
    return ledger.findings();
  }

  /**
   * What was seen until now. Without calls nothing was probed, and to have found nothing means
   * nothing.
   */
  public Seen seen() {
    return new Seen(engines.get(), sockets.get(), calls.get(), meetings.get());
  }

  /**
   * How much went through a probe.
   *
   * @param engines that were made
   * @param sockets that were made
   * @param calls of either
   * @param meetings calls of an engine that found another thread inside it
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

  /** The findings in full, for someone who has to repair it. */
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
   * Ends the watch: what is probed lives on, without delays and unseen. What was found is kept.
   * Doesn't wait for anybody.
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
