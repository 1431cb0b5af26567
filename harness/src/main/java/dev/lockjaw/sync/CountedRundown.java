package dev.lockjaw.sync;

import dev.lockjaw.result.Act;

/**
 * A rundown in one word, which holds the number of visits and the state of the gate. Every access
 * to the word is a step, so an explorer of the word explores the rundown.
 */
public final class CountedRundown implements Rundown {
  private static final long CLOSING = 1L << 60;
  private static final long LEFT_TO_LAST = 1L << 61;
  private static final long COMPLETE = 1L << 62;
  private static final long VISITS = CLOSING - 1;

  private static final Act AWAITS_EMPTY = Act.waitFor("those inside");
  private static final Act AWAITS_COMPLETE = Act.waitFor("the other free");

  private final Sync sync;
  private final Word gate;

  private final ThreadLocal<Counted> visitors = ThreadLocal.withInitial(Counted::new);

  /** How many visits a thread has open. */
  private static final class Counted implements Visitor {
    private int visits;
  }

  public CountedRundown(Sync sync, String name) {
    this.sync = sync;
    this.gate = sync.word(name, 0);
  }

  @Override
  public Visitor visitor() {
    return visitors.get();
  }

  @Override
  public boolean enter(Visitor me) {
    boolean open = (gate.getAndAdd(1) & CLOSING) == 0;
    ((Counted) me).visits++;
    return open;
  }

  @Override
  public boolean leave(Visitor me) {
    ((Counted) me).visits--;
    long left = gate.getAndAdd(-1) - 1;
    if ((left & CLOSING) == 0) {
      return false;
    }
    if (left == (CLOSING | LEFT_TO_LAST) && gate.compareAndSet(left, CLOSING)) {
      return true;
    }
    sync.changed(gate.shared());
    return false;
  }

  @Override
  public boolean inside(Visitor me) {
    return ((Counted) me).visits > 0;
  }

  @Override
  public boolean close(boolean leaving) {
    long bits = leaving ? CLOSING | LEFT_TO_LAST : CLOSING;
    while (true) {
      long now = gate.get();
      if ((now & CLOSING) != 0) {
        return false;
      }
      if (gate.compareAndSet(now, now | bits)) {
        return true;
      }
    }
  }

  @Override
  public void awaitEmpty() {
    sync.await(AWAITS_EMPTY, Waiting.DRAIN, gate.shared(), () -> count() == 0);
  }

  @Override
  public void complete() {
    gate.getAndAdd(COMPLETE);
    sync.changed(gate.shared());
  }

  @Override
  public void awaitComplete() {
    sync.await(AWAITS_COMPLETE, Waiting.DRAIN, gate.shared(), () -> (gate.peek() & COMPLETE) != 0);
  }

  @Override
  public int count() {
    return (int) (gate.peek() & VISITS);
  }
}
