package dev.lockjaw.reports.html;

import dev.lockjaw.result.Act;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * One thread of an interleaving while its steps are read: the locks that it holds, and how deep it
 * is inside the TLS stack and its callbacks.
 *
 * <p>The end of a call is not always a step: a call that throws has none, and neither has a
 * callback. Both have ended when the thread does something that is impossible inside them: it
 * begins another operation, releases a lock that it took before, or touches the wire again.
 */
final class Lane {
  /** A span that has begun. */
  private static final class Begun {
    final Span.Kind kind;
    final String name;
    final int level;
    final int from;
    int depth = 1;

    Begun(Span.Kind kind, String name, int level, int from) {
      this.kind = kind;
      this.name = name;
      this.level = level;
      this.from = from;
    }
  }

  private final int number;
  private final List<Begun> locks = new ArrayList<>();

  /** Calls and callbacks, the innermost last. */
  private final List<Begun> nest = new ArrayList<>();

  private final List<Span> spans = new ArrayList<>();
  private Begun wait;
  private boolean waitsForLock;
  private int last = -1;

  Lane(int number) {
    this.number = number;
  }

  /** Takes the thread's next step. */
  void step(int at, Act act) {
    switch (act.kind()) {
      case LOCK, SHARE -> lock(act, at);
      case RELOCK -> relock(act.object(), at);
      case ASK -> await(act.object(), at, true);
      case UNLOCK -> unlock(act.object(), at);
      case WAIT -> {
        if (!waitsForLock) {
          await(act.object(), at, false);
        }
      }
      default -> {
        endWait(at);
        nest(act, at);
      }
    }
    last = at;
  }

  /** Ends the open spans at the last step of all threads, and returns all spans. */
  List<Span> spans(int end) {
    List<Begun> left = new ArrayList<>(locks);
    left.addAll(nest);
    if (wait != null) {
      left.add(wait);
    }
    left.forEach(begun -> end(begun, end, true));
    spans.sort(Comparator.comparingInt(Span::from));
    return spans;
  }

  boolean has(String lock) {
    return locks.stream().anyMatch(begun -> begun.name.equals(lock));
  }

  private void nest(Act act, int at) {
    switch (act.kind()) {
      case ENTER -> {
        endCall();
        begin(nest, Span.Kind.CALL, act.object(), nest.size(), at);
      }
      case LEAVE -> leave(act.object(), at);
      case DELIVER -> {
        endCallback();
        if (!nest.isEmpty()) {
          begin(nest, Span.Kind.CALLBACK, "callback", nest.size(), at);
        }
      }
      case WIRE -> endCallback();
      case LOOK -> endCall();
      default -> {} // no span
    }
  }

  private void lock(Act act, int at) {
    String name = act.object();
    endWait(at);
    if (has(name)) {
      relock(name, at);
      return;
    }
    int level =
        IntStream.range(0, locks.size() + 1)
            .filter(unused -> locks.stream().noneMatch(begun -> begun.level == unused))
            .findFirst()
            .orElseThrow();
    boolean shared = act.kind() == Act.Kind.SHARE;
    begin(locks, shared ? Span.Kind.SHARED : Span.Kind.LOCK, name, level, at);
  }

  private void relock(String name, int at) {
    endWait(at);
    locks.stream().filter(begun -> begun.name.equals(name)).forEach(begun -> begun.depth++);
  }

  private void unlock(String name, int at) {
    endWait(at);
    for (Begun lock : List.copyOf(locks)) {
      if (lock.name.equals(name) && --lock.depth == 0) {
        while (!nest.isEmpty() && innermost().from > lock.from) {
          end(nest.remove(nest.size() - 1), last, false);
        }
        locks.remove(lock);
        end(lock, at, false);
      }
    }
  }

  private void leave(String operation, int at) {
    boolean inside =
        nest.stream()
            .anyMatch(begun -> begun.kind == Span.Kind.CALL && begun.name.equals(operation));
    while (inside) {
      Begun innermost = nest.remove(nest.size() - 1);
      inside = innermost.kind != Span.Kind.CALL || !innermost.name.equals(operation);
      end(innermost, inside ? last : at, false);
    }
  }

  private void endCall() {
    if (!nest.isEmpty() && innermost().kind == Span.Kind.CALL) {
      end(nest.remove(nest.size() - 1), last, false);
    }
  }

  private void endCallback() {
    if (!nest.isEmpty() && innermost().kind == Span.Kind.CALLBACK) {
      end(nest.remove(nest.size() - 1), last, false);
    }
  }

  private void await(String name, int at, boolean lock) {
    endWait(at);
    if (!lock) {
      endCallback(); // the stack waits for the wire, not the callback
    }
    wait = new Begun(Span.Kind.WAIT, name, 0, at);
    waitsForLock = lock;
  }

  private void endWait(int at) {
    if (wait != null) {
      end(wait, at, false);
      wait = null;
      waitsForLock = false;
    }
  }

  private Begun innermost() {
    return nest.get(nest.size() - 1);
  }

  private static void begin(List<Begun> where, Span.Kind kind, String name, int level, int at) {
    where.add(new Begun(kind, name, level, at));
  }

  private void end(Begun begun, int to, boolean open) {
    spans.add(new Span(number, begun.kind, begun.name, begun.level, begun.from, to, open));
  }
}
