package dev.lockjaw.explore;

import dev.lockjaw.arena.ForeignLocks;
import dev.lockjaw.arena.Stacks;
import dev.lockjaw.monitor.LockGraph;
import dev.lockjaw.monitor.LockGraph.Stuck;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayList;
import java.util.List;

/** Tells the lock graph who waits for what in a run where nobody can move. */
final class StuckReport {
  private final ControlledRun run;
  private final List<Actor> actors;

  StuckReport(ControlledRun run, List<Actor> actors) {
    this.run = run;
    this.actors = actors;
  }

  void report() {
    List<Actor> stuck = new ArrayList<>();
    for (Actor actor : actors) {
      if (!actor.done() && !(actor.daemon && actor.waiting == Waiting.WORK && idle(actor))) {
        stuck.add(actor);
      }
    }
    // the JVM is only asked where there is need: it stops all threads in order to answer
    boolean foreign = stuck.stream().anyMatch(StuckReport::foreign);
    ForeignLocks locks =
        new ForeignLocks(
            foreign
                ? stuck.stream().mapToLong(actor -> actor.worker.getId()).toArray()
                : new long[0]);
    LockGraph.analyse(
            stuck.stream()
                .map(actor -> foreign(actor) ? foreign(actor, locks) : known(actor, locks))
                .toList())
        .forEach(fault -> run.report(fault.kind(), fault.key(), fault::finding));
  }

  private static boolean idle(Actor executor) {
    return executor.state.get() == Actor.State.BLOCKED && executor.held.isEmpty();
  }

  private static boolean foreign(Actor actor) {
    return actor.state.get() == Actor.State.FOREIGN;
  }

  private static Stuck known(Actor actor, ForeignLocks locks) {
    return new Stuck(
        actor.name,
        actor.waiting,
        actor.waitsOn.name(),
        actor.waitLabel,
        holders(actor.waitsOn),
        held(actor, locks),
        actor.stack);
  }

  private Stuck foreign(Actor actor, ForeignLocks locks) {
    String lock = locks.wanted(actor.worker.getId());
    List<Held> held = held(actor, locks);
    List<String> holders = new ArrayList<>();
    for (Actor other : actors) {
      if (other.worker != null && other.worker.getId() == locks.owner(actor.worker.getId())) {
        holders.add(other.name);
      }
    }
    if (holders.isEmpty() && actor.blockedAlone && ForeignLocks.keepsNoOwner(actor.worker)) {
      holders.add(actor.name);
      held.add(new Held(lock, List.of()));
    }
    return new Stuck(
        actor.name,
        Waiting.LOCK,
        lock,
        "waits for " + lock,
        holders,
        held,
        run.recording() ? Stacks.trim(actor.worker.getStackTrace()) : List.of());
  }

  /** The run's own locks, and then the others. */
  private static List<Held> held(Actor actor, ForeignLocks locks) {
    List<Held> held = new ArrayList<>(ControlledRun.heldBy(actor));
    if (actor.worker != null) {
      held.addAll(locks.held(actor.worker.getId()));
    }
    return held;
  }

  private static List<String> holders(Shared lock) {
    if (lock instanceof ControlledMutex mutex && mutex.owner() != null) {
      return List.of(mutex.owner().name);
    }
    if (lock instanceof ControlledReadWriteLock both) {
      return both.names();
    }
    return List.of();
  }

  /** Reports an actor that runs without ever passing a scheduling point. */
  void spinning(Actor actor) {
    List<StackTraceElement> stack = Stacks.trim(actor.worker.getStackTrace());
    run.report(
        FindingKind.STALL,
        actor.name + " spins",
        () ->
            new Finding(
                FindingKind.STALL,
                actor.name + " runs and runs without passing a scheduling point",
                List.of(
                    new ThreadEvidence(
                        actor.name, "spins", ControlledRun.heldBy(actor), null, stack)),
                null));
  }

  static Finding livelock(String thread, List<StackTraceElement> stack) {
    return new Finding(
        FindingKind.STALL,
        thread
            + " still went on after "
            + ControlledRun.STEP_LIMIT
            + " steps: a loop that waits for something without blocking",
        List.of(new ThreadEvidence(thread, "goes on and on", List.of(), null, stack)),
        null);
  }
}
