package dev.lockjaw.probe;

import dev.lockjaw.arena.Stacks;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * How far the handshake of one engine or socket has come, and the last threads that did a part. Any
 * thread.
 */
final class Handshake {
  private final String connection;

  /** What it needs next; null if it has not begun or has ended. */
  private HandshakeStatus needs;

  private boolean over;
  private long steps;
  private int taken;
  private int running;
  private boolean asked;
  private ThreadEvidence last;
  private ThreadEvidence taker;

  /** The steps at the watchdog's last look. Belongs to the watchdog, as does the next field. */
  private long seen;

  private int stood;

  Handshake(String connection) {
    this.connection = connection;
  }

  String connection() {
    return connection;
  }

  /** A call or a query has answered. */
  synchronized void answered(HandshakeStatus status) {
    boolean under = status != HandshakeStatus.FINISHED && status != HandshakeStatus.NOT_HANDSHAKING;
    if (under && !over) {
      steps += status == needs ? 0 : 1;
      needs = status;
      last = evidence("was the last to call " + connection);
    } else if (needs != null || status == HandshakeStatus.FINISHED) {
      ended();
    }
  }

  /** Whether it was completed, it failed, or the connection was closed. */
  synchronized boolean isOver() {
    return over;
  }

  /** A call has moved bytes. */
  synchronized void step() {
    steps++;
    asked = false;
  }

  synchronized void taskTaken(boolean some) {
    if (some) {
      step();
      taken++;
      taker = evidence("took the last delegated task of " + connection);
    } else if (needs == HandshakeStatus.NEED_TASK) {
      asked = true;
    }
  }

  synchronized void taskBegins() {
    step();
    taken--;
    running++;
  }

  synchronized void taskEnds() {
    step();
    running--;
  }

  /** It was completed, it failed, or the engine was closed. What follows is no handshake. */
  synchronized void ended() {
    over = true;
    needs = null;
    last = null;
    taker = null;
  }

  /** One more look of the watchdog. Returns how many looks in a row have found no step. */
  synchronized int look() {
    boolean still = needs != null && running == 0 && steps == seen;
    stood = still ? stood + 1 : 0;
    seen = steps;
    return stood;
  }

  /** Whether it waits for its peer, as far as the engine can know. */
  synchronized boolean waitsForPeer() {
    return needs == HandshakeStatus.NEED_UNWRAP || needs == HandshakeStatus.NEED_UNWRAP_AGAIN;
  }

  /** What it needs, as sentences. */
  synchronized String need() {
    String start = "The handshake of " + connection + " does not continue: it needs ";
    if (needs != HandshakeStatus.NEED_TASK) {
      return start
          + (needs == HandshakeStatus.NEED_WRAP
              ? "wrap, and no thread calls it"
              : "unwrap, and no thread has given it bytes of the peer that it can use");
    }
    if (taken > 0) {
      return start
          + "the result of a delegated task, and no thread runs the task. "
          + taker.name()
          + " took it";
    }
    return start
        + "a delegated task, and "
        + (asked ? "getDelegatedTask returns none" : "no thread asks for one");
  }

  /** The threads that did the last parts. */
  synchronized List<ThreadEvidence> threads() {
    List<ThreadEvidence> threads = new ArrayList<>();
    if (taken > 0) {
      threads.add(taker);
    }
    if (last != null && threads.stream().noneMatch(one -> one.name().equals(last.name()))) {
      threads.add(last);
    }
    return threads;
  }

  private static ThreadEvidence evidence(String doing) {
    return new ThreadEvidence(
        Thread.currentThread().getName(), doing, List.of(), null, Stacks.here());
  }
}
