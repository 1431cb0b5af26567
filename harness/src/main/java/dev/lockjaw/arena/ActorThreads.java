package dev.lockjaw.arena;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Threads that are kept from one run to the next. Those stuck in foreign locks are given up. */
public final class ActorThreads implements AutoCloseable {
  private final ConcurrentLinkedDeque<ActorThread> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final Supplier<SystemThread> system;
  private volatile boolean closed;

  public ActorThreads() {
    this(SystemThread::current);
  }

  /**
   * @param system how each of the threads sees itself
   */
  public ActorThreads(Supplier<SystemThread> system) {
    this.system = system;
  }

  /** Lends a thread; it comes back when the role it is given is over. */
  public ActorThread take() {
    ActorThread worker = idle.pollFirst();
    if (worker == null) {
      worker = new ActorThread(this, system, "lockjaw-worker-" + made.incrementAndGet());
      worker.start();
    }
    return worker;
  }

  void giveBack(ActorThread worker) {
    if (closed) {
      worker.retire();
    } else {
      idle.addFirst(worker);
    }
  }

  /** Counts a thread that never came back out of a foreign lock. */
  public void giveUp(ActorThread worker) {
    worker.retire();
    lost.incrementAndGet();
  }

  /** Threads that are stuck for as long as the JVM lives. */
  public int lost() {
    return lost.get();
  }

  @Override
  public void close() {
    closed = true;
    for (ActorThread worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
      worker.retire();
    }
  }
}
