package dev.lockjaw.sync;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.arena.Body;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.stress.StressRun;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A stress run of a few threads, for tests. */
public final class Rehearsal implements AutoCloseable {
  public final ActorThreads workers = new ActorThreads();
  public final StressRun run;
  private final Shared signals = new Shared("signals");
  private final Set<String> given = ConcurrentHashMap.newKeySet();
  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();

  public Rehearsal() {
    run = new StressRun(workers, 7, true);
  }

  /**
   * @param mostLooks the watchdog's limit, in looks
   */
  public Rehearsal(int mostLooks) {
    run = new StressRun(workers, 7, true, MutexKind.JVM, mostLooks);
  }

  public void actor(String name, Body body) {
    run.actor(
        name,
        () -> {
          threads.add(Thread.currentThread());
          body.run();
        });
  }

  /** Gives a signal, which other threads may await. */
  public void give(String signal) {
    given.add(signal);
    run.changed(signals);
  }

  public void await(String signal) {
    await(signal, Waiting.COMPLETION);
  }

  public void await(String signal, Waiting kind) {
    run.await("waits for " + signal, kind, signals, () -> given.contains(signal));
  }

  public List<FindingKind> play() {
    run.execute();
    return run.findings().sightings().stream().map(Sighting::kind).toList();
  }

  /** The evidence of the only finding. */
  public Finding finding() {
    List<Sighting> all = run.findings().sightings();
    if (all.size() != 1) {
      throw new AssertionError("there are " + all.size() + " findings: " + all);
    }
    return all.get(0).evidence();
  }

  /** Releases the worker threads, and returns whether all have ended within 30 seconds each. */
  public boolean endsAllThreads() throws InterruptedException {
    workers.close();
    for (Thread thread : threads) {
      thread.join(30_000);
    }
    return threads.stream().noneMatch(Thread::isAlive);
  }

  @Override
  public void close() {
    workers.close();
  }
}
