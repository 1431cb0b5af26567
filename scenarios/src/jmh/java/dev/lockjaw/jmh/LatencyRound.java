package dev.lockjaw.jmh;

import dev.lockjaw.sync.direct.DirectSync;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.HdrHistogram.Histogram;

/**
 * A period in which one thread sends, another reads as fast as it can, and a third frees the
 * session at regular intervals and replaces it by a fresh one.
 *
 * <p>The sender keeps to a rate and sleeps in between, like an application that sends now and then.
 * A send that takes longer than the interval delays the sends behind it. For these the histogram
 * adds the times that they would have waited; otherwise the slowest moments would have the fewest
 * samples.
 */
final class LatencyRound {
  /** Nanoseconds between two sends. */
  static final long SEND_NANOS = 100_000;

  /** Nanoseconds between two frees. */
  static final long FREE_NANOS = 5_000_000;

  private static final long LEAD_NANOS = 2_000_000;

  private final String strategy;
  private final Tls tls;
  private final long nanos;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private volatile LatencySession session;
  private long closed;

  /**
   * @param nanos how long the round lasts, in nanoseconds
   */
  LatencyRound(String strategy, Tls tls, long nanos) {
    this.strategy = strategy;
    this.tls = tls;
    this.nanos = nanos;
  }

  /**
   * Runs the round.
   *
   * @param sends gets the time of each completed send, in nanoseconds
   * @return how many sends found the session closed
   */
  long run(Histogram sends) throws IOException, InterruptedException {
    List<LatencySession> sessions = sessions(1 + Math.toIntExact(nanos / FREE_NANOS));
    session = sessions.get(0);
    CountDownLatch ready = new CountDownLatch(3);
    long[] start = new long[1];
    List<Thread> threads =
        List.of(
            thread("sender", ready, start, () -> send(start[0], sends)),
            thread("reader", ready, start, () -> receive(start[0])),
            thread("freer", ready, start, () -> free(sessions, start[0])));
    synchronized (start) {
      threads.forEach(Thread::start);
      ready.await();
      start[0] = System.nanoTime() + LEAD_NANOS;
    }
    for (Thread thread : threads) {
      thread.join(TimeUnit.NANOSECONDS.toMillis(nanos) + 20_000);
      if (thread.isAlive()) {
        throw new IllegalStateException(thread.getName() + " is stuck under " + strategy);
      }
    }
    if (failure.get() != null) {
      throw new IllegalStateException(strategy + " failed beside a free", failure.get());
    }
    sessions.forEach(LatencySession::discard);
    return closed;
  }

  /**
   * Sessions are established in advance, because a handshake would take the processor from the
   * others.
   */
  private List<LatencySession> sessions(int number) throws IOException {
    DirectSync sync = new DirectSync();
    List<LatencySession> sessions = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      sessions.add(new LatencySession(sync, strategy, tls));
    }
    return sessions;
  }

  private Thread thread(String name, CountDownLatch ready, long[] start, Runnable body) {
    Thread thread =
        new Thread(
            () -> {
              ready.countDown();
              synchronized (start) {
                // wait until the start time is set
              }
              try {
                body.run();
              } catch (RuntimeException | Error thrown) {
                failure.compareAndSet(null, thrown);
              }
            },
            name);
    thread.setDaemon(true);
    return thread;
  }

  private void send(long start, Histogram sends) {
    for (long due = start; due - start < nanos && going(); due += SEND_NANOS) {
      sleepUntil(due);
      long begun = System.nanoTime();
      if (session.send()) {
        sends.recordValueWithExpectedInterval(System.nanoTime() - begun, SEND_NANOS);
      } else {
        closed++;
      }
    }
  }

  private void receive(long start) {
    sleepUntil(start);
    while (System.nanoTime() - start < nanos && going()) {
      session.receive();
    }
  }

  private void free(List<LatencySession> sessions, long start) {
    for (int next = 1; next < sessions.size() && going(); next++) {
      sleepUntil(start + next * FREE_NANOS);
      session.free();
      session = sessions.get(next);
    }
  }

  private static void sleepUntil(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private boolean going() {
    return failure.get() == null;
  }
}
