package dev.lockjaw.arena;

import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Threads that are reused from run to run. A thread that is stuck in a foreign lock is given up.
 * Any thread may call any method.
 */
public final class ActorThreads implements AutoCloseable {
  private final ConcurrentLinkedDeque<ActorThread> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger made = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final Supplier<SystemThread> system;
  private final OutsideThreadSettling outsideThreads = new OutsideThreadSettling();
  private volatile String lostIn = "";
  private volatile boolean polled;
  private volatile boolean closed;

  public ActorThreads() {
    this(SystemThread::current);
  }

  /**
   * @param system gives each new thread the system's view of itself
   */
  public ActorThreads(Supplier<SystemThread> system) {
    this.system = system;
  }

  /** Lends a thread. It returns to the pool when its role is over. */
  public ActorThread take() {
    return take(any -> true);
  }

  /** As {@link #take()}, one of those that fit. A thread that is new fits. */
  public ActorThread take(Predicate<ActorThread> fits) {
    for (ActorThread worker : idle) {
      if (fits.test(worker) && idle.remove(worker)) {
        return worker;
      }
    }
    ActorThread worker = new ActorThread(this, system, "lockjaw-worker-" + made.incrementAndGet());
    worker.start();
    return worker;
  }

  void giveBack(ActorThread worker) {
    if (closed) {
      worker.retire();
    } else {
      idle.addFirst(worker);
    }
  }

  /** Gives up a thread that did not return from a foreign lock. */
  public void giveUp(ActorThread worker) {
    lostIn =
        Stacks.trim(worker.getStackTrace()).stream()
            .filter(frame -> !frame.getClassName().startsWith("java."))
            .findFirst()
            .map(
                frame ->
                    frame.getClassName()
                        + '.'
                        + frame.getMethodName()
                        + " line "
                        + frame.getLineNumber())
            .orElse("");
    worker.retire();
    lost.incrementAndGet();
  }

  /** Waits for outside threads, which take part in no run. */
  public OutsideThreadSettling outsideThreads() {
    return outsideThreads;
  }

  /** Takes note of a thread that polls without reaching a scheduling point. */
  public void polls() {
    polled = true;
  }

  /** Whether there was one. */
  public boolean polled() {
    return polled;
  }

  /** How many threads were made so far. */
  public int made() {
    return made.get();
  }

  /** How many threads are stuck until the JVM ends. */
  public int lost() {
    return lost.get();
  }

  /** Where in the user's code the last of them was when it was given up; empty if not known. */
  public String lostIn() {
    return lostIn;
  }

  @Override
  public void close() {
    closed = true;
    for (ActorThread worker = idle.pollFirst(); worker != null; worker = idle.pollFirst()) {
      worker.retire();
    }
  }
}
