package dev.lockjaw.watch.judge;

import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.result.Held;
import dev.lockjaw.watch.event.Event;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the judge knows of a thread: its locks, its TLS calls, and what it waits for. */
final class JudgedThread {
  /**
   * A TLS call that the thread is in.
   *
   * @param locks how many locks it held when it entered
   */
  record Call(long session, ContractMonitor monitor, ContractMonitor.Visit visit, int locks) {}

  private final StackSource source;
  private final int number;
  private String name;

  /** The locks that it holds, in the order of their takes. */
  final List<HeldLock> held = new ArrayList<>();

  /** The TLS calls that it is in, outermost first. */
  final List<Call> calls = new ArrayList<>();

  /** How many callbacks out of TLS calls it is in, where they are recorded by themselves. */
  int callbacks;

  /** What happened before, by thread number: how many creations and joins of each. */
  final Map<Integer, Integer> clock = new HashMap<>();

  /** The wait for a lock that it is in, or null. */
  Event waiting;

  /** The lock of that wait. */
  WatchedLock wanted;

  /** The I/O that it is in, or null. */
  Event io;

  JudgedThread(StackSource source, int number, boolean main) {
    this.source = source;
    this.number = number;
    this.name = main ? "main" : "thread " + number;
    clock.put(number, 1);
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  /** Names it by what it runs. */
  void runs(String what) {
    if (!name.equals("main")) {
      name = "thread " + number + " (" + what + ")";
    }
  }

  /** A creation or a join: what follows is later than what was before. */
  void tick() {
    clock.merge(number, 1, Integer::sum);
  }

  /** All that another thread knew to be over is over for this one, too. */
  void learn(Map<Integer, Integer> other) {
    other.forEach((thread, count) -> clock.merge(thread, count, Math::max));
  }

  /** Whether it runs code of the program that a TLS call has called back. */
  boolean calledBack() {
    return callbacks > 0 || !calls.isEmpty();
  }

  boolean holds(WatchedLock lock) {
    return held.stream().anyMatch(one -> one.lock() == lock);
  }

  /** Its locks as a finding shows them. Worked out when it is first looked at. */
  List<Held> evidence() {
    List<HeldLock> now = List.copyOf(held);
    return now.isEmpty() ? List.of() : new Later<>(() -> evidence(now, source));
  }

  static List<Held> evidence(List<HeldLock> held, StackSource source) {
    return held.stream()
        .map(one -> new Held(one.lock().name(), source.stack(one.stack())))
        .toList();
  }

  /** Forgets what it does, because events are missing. */
  void forget() {
    held.clear();
    calls.clear();
    callbacks = 0;
    waiting = null;
    wanted = null;
    io = null;
  }
}
