package dev.lockjaw.woven;

import java.util.ArrayDeque;
import java.util.Queue;

/** Who has an object's monitor in a run, and who waits on it. Only by who has the turn. */
final class Monitor {
  Object owner;
  int depth;
  final Queue<Waiter> waiters = new ArrayDeque<>(2);

  /** One who waits to be notified. */
  static final class Waiter {
    boolean notified;
  }

  static Monitor of(Points points, Object on) {
    return points.beside(on, Monitor.class, Monitor::new);
  }

  void take(Points points, int depth) {
    this.owner = points.me();
    this.depth = depth;
  }
}
