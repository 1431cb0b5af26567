package dev.lockjaw.explore;

import dev.lockjaw.arena.ForeignLocks;
import dev.lockjaw.arena.Guard;
import dev.lockjaw.arena.Stacks;
import dev.lockjaw.blame.Change;
import dev.lockjaw.monitor.LockGraph;
import dev.lockjaw.monitor.LockGraph.Stuck;
import dev.lockjaw.monitor.LockGraph.Wanted;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Waiting;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Reports a run in which no actor can move: it gives the lock graph what each one waits for and
 * holds.
 */
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
      boolean left = threadOfWork(actor) && (actor.idle() || actor.asleep());
      if (!actor.done() && !left) {
        stuck.add(actor);
      }
    }
    // ask the JVM only where needed: it stops all threads to answer
    boolean foreign = stuck.stream().anyMatch(StuckReport::foreign);
    ForeignLocks locks =
        new ForeignLocks(
            foreign
                ? stuck.stream().mapToLong(actor -> actor.worker.getId()).toArray()
                : new long[0]);
    if (foreign && run.recording()) {
      locks.nameBy(run.owners(), stuck.stream().<Thread>map(actor -> actor.worker).toList());
    }
    LockGraph.analyse(
            stuck.stream()
                .map(actor -> foreign(actor) ? foreign(actor, locks) : known(actor, locks))
                .toList())
        .forEach(fault -> run.report(fault.kind(), fault.key(), fault::finding));
  }

  private static boolean threadOfWork(Actor actor) {
    return actor.daemon || actor.standsFor != null;
  }

  private static boolean foreign(Actor actor) {
    return actor.state.get() == Actor.State.FOREIGN;
  }

  private Stuck known(Actor actor, ForeignLocks locks) {
    List<Held> held = held(actor, locks);
    return new Stuck(actor.name, wanted(actor), holders(actor.waitsOn), held, actor.stack);
  }

  private Wanted wanted(Actor actor) {
    Change last = actor.spins ? lastChange(actor) : null;
    if (last != null) {
      String what = last.what(run.owners());
      String label =
          "spins on "
              + what
              + ", which "
              + (last.thread().equals(actor.name) ? "it" : last.thread())
              + " changed last, "
              + last.where();
      return new Wanted(actor.waiting, actor.waitLabel, what, label, false);
    }
    return new Wanted(
        actor.waiting,
        actor.waiting == Waiting.LOCK ? actor.waitsOn.name() : actor.waitLabel,
        actor.waitName,
        actor.waitShown,
        upgrades(actor));
  }

  /** The last change of what an actor spins on, by another one if possible; null if none. */
  private static Change lastChange(Actor actor) {
    List<Change> changes =
        actor.passes.watched().stream()
            .filter(Spot.class::isInstance)
            .map(watched -> ((Spot) watched).change)
            .filter(Objects::nonNull)
            .toList();
    return changes.stream()
        .filter(change -> !change.thread().equals(actor.name))
        .findFirst()
        .orElse(changes.isEmpty() ? null : changes.get(0));
  }

  /** Whether an actor waits for a lock alone that it shares with others. */
  static boolean upgrades(Actor actor) {
    return actor.waiting == Waiting.LOCK && actor.holds.has(actor.waitsOn, Guard.SHARED);
  }

  private Stuck foreign(Actor actor, ForeignLocks locks) {
    if (actor.polls) {
      return polling(actor, locks);
    }
    long thread = actor.worker.getId();
    List<Held> held = held(actor, locks);
    List<String> holders =
        actors.stream()
            .filter(other -> other.worker != null && other.worker.getId() == locks.owner(thread))
            .map(other -> other.name)
            .toList();
    if (holders.isEmpty() && actor.blockedAlone && ForeignLocks.keepsNoOwner(actor.worker)) {
      holders = List.of(actor.name);
      held.add(new Held(locks.wanted(thread), List.of()));
    }
    List<StackTraceElement> stack =
        run.recording() ? Stacks.trim(actor.worker.getStackTrace()) : List.of();
    return locks.stuckWith(thread, actor.name, holders, held, stack);
  }

  /** All locks that an actor holds. A monitor of woven code is known to the run and to the JVM. */
  private static List<Held> held(Actor actor, ForeignLocks locks) {
    List<Held> held = new ArrayList<>(actor.held());
    if (actor.worker != null) {
      held.addAll(locks.held(actor.worker.getId(), Spots.identities(actor.holds)));
    }
    return held;
  }

  private Stuck polling(Actor actor, ForeignLocks locks) {
    return new Stuck(
        actor.name,
        Wanted.of(Waiting.COMPLETION, "a loop", "spins without a scheduling point"),
        List.of(),
        held(actor, locks),
        Stacks.trim(actor.worker.getStackTrace()));
  }

  private List<String> holders(Shared lock) {
    if (lock instanceof ControlledMutex mutex && mutex.owner() != null) {
      return List.of(mutex.owner().name);
    }
    if (lock instanceof ControlledReadWriteLock both) {
      return both.names();
    }
    return actors.stream().filter(actor -> holds(actor, lock)).map(actor -> actor.name).toList();
  }

  private static boolean holds(Actor actor, Shared lock) {
    return actor.holds.has(lock);
  }

  /**
   * Reports an actor that never reaches a scheduling point, although the JVM says that it runs.
   *
   * @param idle whether it does so without using a processor
   */
  void spinning(Actor actor, boolean idle) {
    StackTraceElement[] all = actor.worker.getStackTrace();
    boolean inNative = idle && all.length > 0 && all[0].isNativeMethod();
    List<StackTraceElement> stack = Stacks.trim(all);
    String doing = inNative ? "is blocked in native code" : "spins";
    String message =
        inNative
            ? " is blocked in native code, in "
                + all[0].getClassName()
                + '.'
                + all[0].getMethodName()
            : " runs without ever reaching a scheduling point";
    run.report(
        FindingKind.STALL,
        actor.name + ' ' + doing,
        () ->
            new Finding(
                FindingKind.STALL,
                actor.name + message,
                List.of(new ThreadEvidence(actor.name, doing, actor.held(), null, stack)),
                null));
  }

  /**
   * An actor that still moves at the limit. A loop that changes nothing does not get so far: see
   * {@link Fairness}.
   */
  Finding livelock(Actor runs, int steps) {
    List<ThreadEvidence> evidence = new ArrayList<>();
    evidence.add(new ThreadEvidence(runs.name, "still runs", runs.held(), null, run.stack()));
    for (Actor other : actors) {
      if (other != runs && other.worker != null && !other.done()) {
        boolean waits = other.state.get() == Actor.State.BLOCKED;
        String doing = waits ? other.waitShown : "can move";
        List<StackTraceElement> stack =
            run.recording() ? Stacks.trim(other.worker.getStackTrace()) : List.of();
        evidence.add(new ThreadEvidence(other.name, doing, other.held(), null, stack));
      }
    }
    return new Finding(
        FindingKind.STALL,
        runs.name
            + " still ran after "
            + steps
            + " steps: it is in a loop that does not end, or the run is too long",
        evidence,
        null);
  }
}
