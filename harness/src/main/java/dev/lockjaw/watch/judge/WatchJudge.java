package dev.lockjaw.watch.judge;

import dev.lockjaw.result.Finding;
import dev.lockjaw.watch.event.Event;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges one process by the events of its log, in the order of their stamps. One thread calls it.
 */
public final class WatchJudge {
  /** So many hand-overs are kept: one is taken over soon, or never. */
  private static final int MOST_HANDED = 1 << 14;

  private final StackSource source;
  private final long main;
  private final Naming naming;
  private final FindingCollector findings;
  private final LockOrder order;
  private final WatchedSessions sessions;
  private final Blocked blocked;
  private final WatchedConditions conditions;
  private final Map<Long, JudgedThread> threads = new LinkedHashMap<>();
  private final Map<Long, WatchedLock> locks = new HashMap<>();
  private final Map<Long, Map<Integer, Integer>> created = new HashMap<>();
  private final Map<Long, Map<Integer, Integer>> handed = new Recent<>(MOST_HANDED);
  private final Map<Long, JudgedThread> byToken = new HashMap<>();
  private int numbers;
  private long last;

  /**
   * @param main the id of the main thread
   */
  public WatchJudge(StackSource source, long main) {
    this.source = source;
    this.main = main;
    this.naming = new Naming(source);
    this.findings = new FindingCollector(source);
    this.order = new LockOrder(source, findings);
    this.sessions = new WatchedSessions(source, findings);
    this.blocked = new Blocked(source, findings, threads.values());
    this.conditions = new WatchedConditions(source, findings);
  }

  /** Takes the next event. */
  public void accept(Event event) {
    JudgedThread thread = threads.computeIfAbsent(event.thread(), this::thread);
    last = event.nanos();
    switch (event.kind()) {
      case THREAD_BEGIN -> begin(thread, event);
      case THREAD_END -> threads.remove(event.thread());
      case THREAD_CREATE -> {
        created.put(event.object(), Map.copyOf(thread.clock));
        thread.tick();
      }
      case THREAD_JOIN -> join(thread, event);
      case HANDS_OVER -> {
        handed.put(event.object(), Map.copyOf(thread.clock));
        thread.tick();
      }
      case TAKES_OVER -> thread.learn(handed.getOrDefault(event.object(), Map.of()));
      case GAP -> gap();
      case LOCK_NEW -> {
        gone(event);
        String name = source.name(event.detail());
        locks.put(event.object(), new WatchedLock(naming, event.object(), name));
      }
      case LOCK_GONE -> gone(event);
      case LOCK_TAKEN -> taken(thread, event);
      case LOCK_RELEASED -> released(thread, event);
      case LOCK_WAIT -> {
        thread.waiting = event;
        thread.wanted = lock(event);
        blocked.waits(thread);
      }
      case LOCK_GAVE_UP -> stopWaiting(thread);
      case SESSION_NEW -> sessions.made(event);
      case CALL_ENTER -> sessions.enter(thread, event);
      case CALL_LEAVE -> sessions.leave(thread, event);
      case IO_ENTER -> thread.io = event;
      case IO_LEAVE -> {
        if (thread.io != null && event.detail() == 1) {
          blocked.slept(thread, event.nanos());
        }
        thread.io = null;
      }
      case CONDITION_WAIT -> conditions.waits(thread, event);
      case CONDITION_SIGNAL -> conditions.signals(thread, event);
      case CALLBACK_ENTER -> thread.callbacks++;
      case CALLBACK_LEAVE -> thread.callbacks = Math.max(0, thread.callbacks - 1);
      case CONDITION_LEAVE -> {}
    }
  }

  /**
   * The program is over, or is watched no longer.
   *
   * @param nanos when; 0 if that is not known
   */
  public void end(long nanos) {
    blocked.end(Math.max(nanos, last));
    conditions.end();
  }

  /** What was found so far, in the order of the first events. */
  public List<Finding> findings() {
    return findings.all();
  }

  private JudgedThread thread(long id) {
    return new JudgedThread(source, ++numbers, id == main);
  }

  private void begin(JudgedThread thread, Event event) {
    Map<Integer, Integer> creator = created.get(event.object());
    if (creator != null) {
      thread.learn(creator);
      byToken.put(event.object(), thread);
    }
    String name = source.name(event.stack());
    if (name != null) {
      thread.runs(name);
    }
  }

  private void join(JudgedThread thread, Event event) {
    JudgedThread other = byToken.remove(event.object());
    created.remove(event.object());
    if (other != null) {
      thread.learn(other.clock);
      thread.tick();
    }
  }

  /** Of any thread: another may have missed the end of a lock or a session. */
  private void gap() {
    threads.values().forEach(JudgedThread::forget);
    locks.clear();
    order.forget();
    sessions.forget();
    conditions.forget();
  }

  private void gone(Event event) {
    WatchedLock lock = locks.remove(event.object());
    if (lock != null) {
      order.gone(lock);
      threads.values().forEach(thread -> thread.held.removeIf(held -> held.lock() == lock));
    }
  }

  private WatchedLock lock(Event event) {
    return locks.computeIfAbsent(event.object(), address -> new WatchedLock(naming, address, null));
  }

  private void taken(JudgedThread thread, Event event) {
    stopWaiting(thread);
    HeldLock held = new HeldLock(lock(event), event.detail(), event.stack());
    order.takes(thread, held);
    thread.held.add(held);
  }

  private void released(JudgedThread thread, Event event) {
    WatchedLock lock = lock(event);
    for (int i = thread.held.size() - 1; i >= 0; i--) {
      if (thread.held.get(i).lock() == lock) {
        thread.held.remove(i);
        return;
      }
    }
  }

  private static void stopWaiting(JudgedThread thread) {
    thread.waiting = null;
    thread.wanted = null;
  }
}
