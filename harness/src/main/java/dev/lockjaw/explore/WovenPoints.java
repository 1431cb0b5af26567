package dev.lockjaw.explore;

import dev.lockjaw.arena.Guard;
import dev.lockjaw.blame.Change;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Learned;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Print;
import dev.lockjaw.woven.Site;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What woven code meets on an actor's thread. */
final class WovenPoints implements Points {
  /** A step of a run that is not kept in words. */
  private static final Act UNSAID = Act.other("woven code");

  private static final int GIVES_WAY = 5;
  private static final int PASSES = 7;
  private static final int GIVES = -8;
  private static final int TIME = -9;

  /** What the run's clock shows more each time a thread looks, in nanoseconds. */
  private static final long TICK = 1_000;

  private final ControlledRun run;
  private final Turns turns;
  private final Actor me;
  private final Spots spots;
  private final Learned learned;
  private Spot[] passing = new Spot[4];
  private int passed;
  private int quiet;
  private long looks;
  private boolean logged;
  private final Unsettled unsettled;
  private final WovenWaits waits;

  WovenPoints(ControlledRun run, Turns turns, Actor me, Spots spots, Learned learned) {
    this.run = run;
    this.turns = turns;
    this.me = me;
    this.spots = spots;
    this.learned = learned;
    this.unsettled = new Unsettled(turns.history(), me);
    this.waits = new WovenWaits(run, turns, me, spots, learned, this);
  }

  @Override
  public boolean recording() {
    return run.recording();
  }

  @Override
  public void access(Site site, Object on, int part, boolean write) {
    turns.claim(me);
    settle();
    logged = false;
    Spot spot = spots.at(on, part);
    if (quiet == 0) {
      boolean known = learned.has(site.place());
      turns.fairness().step(me, site.id(), spot, known || run.recording());
      if (known) {
        boolean inWords = run.recording() && !me.passes.insists();
        turns.steps().add(me, inWords ? said(site, on, part) : UNSAID);
        logged = true;
      }
    }
    spot.touched(me, site.place(), write, learned);
    turns.history().touched(me, site.id(), spot, write);
    if (run.recording()) {
      keep(site, spot, write);
    }
    if (write) {
      unsettled.begins(site, spot, on, part == CONTENTS ? Print.of(on) : null);
    } else {
      unsettled.looked(site, spot);
    }
  }

  /** Keeps what the actor has looked at, and changes. */
  private void keep(Site site, Spot spot, boolean write) {
    Change before = spot.change;
    Change made = null;
    if (write) {
      int step = logged ? turns.steps().size() : 0;
      made = new Change(me.name, step, site, spot.object, spot.part, me.held(), run.stack());
      spot.changes(made);
    }
    me.trail.accesses(site, spot.object, spot.part, before, made);
  }

  @Override
  public void isNull() {
    me.trail.isNull();
  }

  /** A step in words, with whose lock it is about if there are several sessions. */
  private Act said(Site site, Object on, int part) {
    Act act = site.act();
    String whose = part == MONITOR || Here.lock(on) ? run.owners().whose(on) : "";
    return whose.isEmpty()
        ? act
        : Act.of(act.kind(), act.object() + whose, act.wording() + whose).doneAt(act.at());
  }

  /** Takes note of whether the last step has changed anything. */
  void settle() {
    unsettled.settle();
  }

  @Override
  public void changesNothing() {
    unsettled.drop();
  }

  @Override
  public void onlyRead() {
    unsettled.onlyRead();
  }

  @Override
  public void touch(Object on, int part, boolean write) {
    if (present()) {
      Spot spot = spots.at(on, part);
      turns.history().touched(me, ControlledRun.TOUCHES, spot, write);
      if (write) {
        unsettled.changed(spot);
      }
    }
  }

  @Override
  public void touchAll() {
    turns.claim(me);
    turns.history().happened(me, ControlledRun.TOUCHES, null);
    turns.changed(me, null);
  }

  @Override
  public void passes(Object given, boolean receiver) {
    if (receiver) {
      passed = 0;
    }
    if (passed == passing.length) {
      passing = Arrays.copyOf(passing, passed * 2);
    }
    passing[passed++] = spots.at(given, CONTENTS);
    turns.history().touched(me, PASSES, passing[passed - 1], true);
    unsettled.drop(); // it is changed by what the run's own steps change, if at all
  }

  /** Whether others are to be let move before a step of the run's own. */
  boolean meets(Shared on) {
    return on == null || run.recording() || learned.has(place(on));
  }

  /** A step of the run's own has touched something. */
  void touched(Shared on) {
    spots.at(on, CONTENTS).touched(me, place(on), true, learned);
  }

  private int place(Shared on) {
    Spot spot = spots.at(on, CONTENTS);
    if (spot.place < 0) {
      spot.place = learned.place(on.name());
    }
    return spot.place;
  }

  /** A step of the run's own has changed something. */
  void changed() {
    for (int i = 0; i < passed; i++) {
      turns.history().changed(passing[i]);
    }
  }

  /** A step of the run's own, be it inside of a call that woven code has made. */
  void stepped() {
    for (int i = 0; i < passed; i++) {
      turns.history().touched(me, PASSES, passing[i], true);
    }
  }

  @Override
  public void add(String more) {
    if (logged) {
      turns
          .steps()
          .change(act -> Act.of(act.kind(), act.object(), act.wording() + more).doneAt(act.at()));
    }
  }

  @Override
  public void note(Site site, String what) {
    note(site, Act.Kind.OTHER, what);
  }

  void note(Site site, Act.Kind kind, String what) {
    turns.steps().add(me, run.recording() ? site.act(kind, what) : UNSAID);
  }

  @Override
  public boolean await(Wait wait, long nanos, BooleanSupplier ready, BooleanSupplier free)
      throws InterruptedException {
    turns.claim(me);
    Spot spot = spots.at(wait.on(), wait.part());
    boolean asked = unsettled.suspend(spot);
    boolean came = waits.await(wait, spot, nanos, ready, free);
    if (asked) {
      unsettled.resume(spot);
    }
    waits.ends(wait, came);
    return came;
  }

  @Override
  public boolean until(Wait wait, long at, Delay delay, BooleanSupplier ready)
      throws InterruptedException {
    turns.claim(me);
    settle();
    return waits.until(wait, spots.at(wait.on(), wait.part()), at, delay, ready);
  }

  @Override
  public boolean hurried() {
    return turns.haste.hurried();
  }

  @Override
  public Delay nap(long nanos) {
    return waits.nap(nanos);
  }

  @Override
  public void unheard(Throwable thrown) {
    if (me.escaped == null) {
      me.escaped = thrown;
      me.escapedAt = turns.steps().size();
    }
  }

  @Override
  public void took(Site site, Object lock, int part, String name, Guard how) {
    Spot spot = spots.at(lock, part);
    if (unsettled.isOf(spot)) {
      unsettled.drop();
    } else {
      settle();
    }
    me.passes.did(site.id(), site);
    me.holds.add(spots.named(spot, name), how, run::stack);
  }

  @Override
  public void asks(Object lock, int part, String name) {
    learned.asks(spots.named(spots.at(lock, part), name).name());
  }

  @Override
  public void gives(Object lock, int part) {
    turns.claim(me);
    settle();
    Spot spot = spots.at(lock, part);
    boolean asked = spot.named != null && !learned.guards(spot.named.name());
    if (quiet == 0) {
      turns.fairness().step(me, GIVES, spot, asked || run.recording());
    } else {
      turns.tick();
    }
  }

  @Override
  public void gave(Site site, Object lock, int part, Guard how) {
    settle();
    Spot spot = spots.at(lock, part);
    turns.tick();
    if (quiet == 0 && learned.has(site.place())) {
      note(site, Act.Kind.UNLOCK, site.what());
    }
    turns.history().touched(me, ControlledRun.TOUCHES, spot, true);
    boolean mine = me.holds.remove(spot.named, how);
    if (!mine && how == Guard.COUNTED) {
      turns.actors().stream().anyMatch(other -> other.holds.remove(spot.named, how));
    }
    if (!mine) {
      turns.changed(me, spot);
    } else {
      me.passes.did(site.id(), site);
      if (spot.asked) {
        turns.history().changed(spot);
      }
    }
  }

  @Override
  public void view(Object view, Object of) {
    spots.view(view, of);
  }

  @Override
  public <T> T beside(Object real, Class<T> type, Supplier<T> make) {
    return spots.beside(real, type, make);
  }

  @Override
  public Object me() {
    return me;
  }

  @Override
  public long nanoTime() {
    me.passes.did(TIME, Passes.TIME);
    return turns.clock() + TICK * ++looks;
  }

  @Override
  public long clock() {
    return turns.clock();
  }

  @Override
  public boolean ownsThreads() {
    return run.awaitsThreads;
  }

  @Override
  public void start(Thread thread, Runnable body) {
    run.start(thread, body);
  }

  @Override
  public Thread thread() {
    return me.standsFor == null ? Thread.currentThread() : me.standsFor;
  }

  @Override
  public boolean present() {
    try {
      turns.claim(me);
      return true;
    } catch (dev.lockjaw.arena.Abandoned over) {
      return false;
    }
  }

  @Override
  public boolean unwound() {
    return turns.aborting;
  }

  @Override
  public void giveWay(Site site) {
    turns.claim(me);
    settle();
    turns.history().happened(me, GIVES_WAY, null);
    note(site, "gives way");
    me.passes.did(site.id(), site);
    turns.fairness().giveWay(me);
  }

  @Override
  public void interrupt(Thread thread) {
    Actor actor = actor(thread);
    if (actor == null) {
      thread.interrupt();
      return;
    }
    actor.interrupted = true;
    if (actor.state.get() == Actor.State.FOREIGN) {
      actor.worker.interrupt();
    }
  }

  @Override
  public boolean interrupted(Thread thread, boolean clear) {
    Actor actor = actor(thread);
    if (actor == null) {
      return thread.isInterrupted();
    }
    boolean was = actor.interrupted;
    actor.interrupted &= !clear;
    return was;
  }

  private Actor actor(Thread thread) {
    return turns.actors().stream()
        .filter(actor -> actor.standsFor == thread || actor.worker == thread)
        .findFirst()
        .orElse(null);
  }

  @Override
  public void quiet(boolean begins) {
    quiet += begins ? 1 : -1;
  }
}
