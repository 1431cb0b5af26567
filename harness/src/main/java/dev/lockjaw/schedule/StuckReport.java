package dev.lockjaw.schedule;

import dev.lockjaw.monitor.Finding;
import dev.lockjaw.monitor.FindingKind;
import dev.lockjaw.monitor.LockGraph;
import dev.lockjaw.monitor.LockGraph.Stuck;
import dev.lockjaw.monitor.ThreadEvidence;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.lang.management.ThreadInfo;
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
    List<Stuck> stuck = new ArrayList<>();
    for (Actor actor : actors) {
      if (actor.done() || (actor.daemon && actor.waiting == Waiting.WORK && idle(actor))) {
        continue;
      }
      stuck.add(actor.state.get() == Actor.State.FOREIGN ? foreign(actor) : known(actor));
    }
    LockGraph.analyse(stuck)
        .forEach(fault -> run.report(fault.kind(), fault.key(), fault::finding));
  }

  private static boolean idle(Actor executor) {
    return executor.state.get() == Actor.State.BLOCKED && executor.held.isEmpty();
  }

  private static Stuck known(Actor actor) {
    return new Stuck(
        actor.name,
        actor.waiting,
        actor.waitsOn.name(),
        actor.waitLabel,
        holders(actor.waitsOn),
        ControlledRun.heldBy(actor),
        actor.stack);
  }

  private Stuck foreign(Actor actor) {
    ThreadInfo info = Foreign.info(actor);
    String lock = info == null || info.getLockName() == null ? "a lock" : info.getLockName();
    List<String> holders = new ArrayList<>();
    for (Actor other : actors) {
      if (info != null && other.worker != null && other.worker.getId() == info.getLockOwnerId()) {
        holders.add(other.name);
      }
    }
    return new Stuck(
        actor.name,
        Waiting.LOCK,
        lock,
        "waits for " + lock,
        holders,
        ControlledRun.heldBy(actor),
        run.recording() ? Stacks.trim(actor.worker.getStackTrace()) : List.of());
  }

  private static List<String> holders(Shared lock) {
    if (lock instanceof ControlledMutex mutex && mutex.owner() != null) {
      return List.of(mutex.owner().name);
    }
    if (lock instanceof ControlledReadWriteLock both) {
      return both.holders().stream().map(holder -> holder.name).distinct().toList();
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
