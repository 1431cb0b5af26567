package dev.lockjaw.woven;

import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The thread that holds an object's monitor in a run, and the threads that wait on it. Only the
 * thread that has the turn may call.
 */
final class Monitor {
  Object owner;
  int depth;
  final Queue<Waiter> waiters = new ArrayDeque<>(2);

  /** A thread that waits to be notified. */
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
