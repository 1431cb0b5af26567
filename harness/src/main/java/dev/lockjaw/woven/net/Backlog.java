package dev.lockjaw.woven.net;

import java.util.ArrayDeque;
import java.util.Queue;

/** Connections that a server has not accepted yet. Only the thread that has the turn uses it. */
final class Backlog {
  private final Queue<End> waiting = new ArrayDeque<>();
  private final int most;

  /**
   * @param most how many may wait
   */
  Backlog(int most) {
    this.most = most;
  }

  boolean isEmpty() {
    return waiting.isEmpty();
  }

  boolean hasRoom() {
    return waiting.size() < most;
  }

  void add(End end) {
    waiting.add(end);
  }

  /** Null if none waits. */
  End next() {
    return waiting.poll();
  }

  /** Nobody will accept what waits. */
  void close() {
    waiting.forEach(end -> end.close(true));
    waiting.clear();
  }
}
