package dev.lockjaw.explore;

import dev.lockjaw.arena.Guard;
import dev.lockjaw.result.Act;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.woven.Learned;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Sites;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What woven code meets on an actor's thread. */
final class WovenPoints implements Points {
  private static final int HAS_WAITED = 3;
  private static final int ASKS = 2;

  /** A step of a run that is not kept in words. */
  private static final Act UNSAID = Act.other("woven code");

  private static final int GIVES_WAY = 5;
  private static final int PASSES = 7;

  /** What the run's clock shows more each time a thread looks, in nanoseconds. */
  private static final long TICK = 1_000;

  /** How often a thread that woven code has started wakes early. */
  private static final int MOST_EARLY = 2;

  /** The place at which a thread that wakes early meets those that look at the clock. */
  private static final int CLOCKS = Sites.newPlace();

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

  WovenPoints(ControlledRun run, Turns turns, Actor me, Spots spots, Learned learned) {
    this.run = run;
    this.turns = turns;
    this.me = me;
    this.spots = spots;
    this.learned = learned;
  }

  @Override
  public boolean recording() {
    return run.recording();
  }

  @Override
  public void access(Site site, Object on, int part, boolean write) {
    turns.claim(me);
    logged = false;
    Spot spot = spots.at(on, part);
    if (quiet == 0) {
      boolean known = learned.has(site.place());
      if (known || run.recording()) {
        point();
      } else {
        turns.tick();
      }
      if (known) {
        turns.steps().add(me, run.recording() ? site.act() : UNSAID);
        logged = true;
      }
    }
    spot.touched(me, site.place(), write, learned);
    turns.history().touched(me, site.id(), spot, write);
  }

  private void point() {
    if (turns.steps().size() >= ControlledRun.STEP_LIMIT) {
      run.report(FindingKind.STALL, "livelock", () -> StuckReport.livelock(me.name, run.stack()));
      turns.abandon(me);
    }
    turns.pass(me, Actor.State.READY);
  }

  @Override
  public void touch(Object on, int part, boolean write) {
    if (present()) {
      turns.history().touched(me, ControlledRun.TOUCHES, spots.at(on, part), write);
    }
  }

  @Override
  public void touchAll() {
    turns.claim(me);
    turns.history().happened(me, ControlledRun.TOUCHES, null);
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
          .change(act -> new Act(act.kind(), act.object(), act.holders(), act.wording() + more));
    }
  }

  @Override
  public void note(Site site, String what) {
    note(site, Act.Kind.OTHER, what);
  }

  private void note(Site site, Act.Kind kind, String what) {
    turns
        .steps()
        .add(
            me, run.recording() ? Act.of(kind, site.object(), site.where() + ": " + what) : UNSAID);
  }

  @Override
  public boolean await(Wait wait, long nanos, BooleanSupplier ready, BooleanSupplier free)
      throws InterruptedException {
    turns.claim(me);
    Spot spot = spots.at(wait.on(), wait.part());
    turns.history().touched(me, ASKS, spot, false);
    if (!ready.getAsBoolean() || !free.getAsBoolean()) {
      me.hasty = Haste.may(wait.kind(), nanos);
      block(wait, spot, nanos, ready, free);
    }
    boolean came = ready.getAsBoolean();
    if (!came && wait.interruptible() && me.interrupted) {
      me.interrupted = false;
      throw new InterruptedException();
    }
    return came;
  }

  private void block(
      Wait wait, Spot spot, long nanos, BooleanSupplier ready, BooleanSupplier free) {
    note(wait.site(), Act.Kind.WAIT, wait.label());
    boolean minds = wait.interruptible();
    me.timedOut = nanos == 0;
    me.deadline = nanos < 0 ? Long.MAX_VALUE : in(nanos);
    me.ready =
        () ->
            free.getAsBoolean() && (ready.getAsBoolean() || me.timedOut || minds && me.interrupted);
    String name = wait.name();
    me.waitsOn =
        wait.on() instanceof CompletableFuture // all of which are one spot
            ? spots.beside(wait.on(), Shared.class, () -> new Shared(spots.unique(name)))
            : named(spot, name);
    me.waiting = wait.kind();
    me.waitLabel = wait.label();
    me.stack = run.stack();
    me.gaveUp = wait.monitor();
    try {
      turns.pass(me, Actor.State.BLOCKED);
    } finally {
      me.gaveUp = null;
      me.hasty = false;
    }
    if (me.timedOut && turns.clock() < me.deadline) {
      spots.at(CLOCK, CONTENTS).touched(me, CLOCKS, true, learned);
      turns.advance(me, me.deadline);
      note(wait.site(), Act.Kind.OTHER, "times out");
    }
    me.deadline = Long.MAX_VALUE;
    turns.history().touched(me, HAS_WAITED, spot, true);
  }

  @Override
  public boolean until(Wait wait, long at, Delay delay, BooleanSupplier ready)
      throws InterruptedException {
    turns.claim(me);
    Spot spot = spots.at(wait.on(), wait.part());
    turns.history().touched(me, ASKS, spot, false);
    if (!ready.getAsBoolean() && turns.clock() < at) {
      me.outlasts = delay.late();
      me.hasty = me.standsFor == null && Haste.may(wait.kind(), at - turns.clock());
      block(
          wait,
          spot,
          at - turns.clock(),
          () -> ready.getAsBoolean() || delay.early().getAsBoolean(),
          () -> true);
      me.outlasts = () -> false;
    }
    if (ready.getAsBoolean()) {
      return false;
    }
    if (wait.interruptible() && me.interrupted) {
      me.interrupted = false;
      throw new InterruptedException();
    }
    if (turns.clock() < at) {
      me.early++;
      spots.at(CLOCK, CONTENTS).touched(me, CLOCKS, true, learned);
      turns.advance(me, at);
    }
    return true;
  }

  @Override
  public boolean hurried() {
    return turns.haste.hurried();
  }

  @Override
  public Delay nap(long nanos) {
    boolean early = me.standsFor != null && nanos <= Haste.SHORT && me.early < MOST_EARLY;
    return new Delay(() -> early, () -> false);
  }

  @Override
  public void unheard(Throwable thrown) {
    if (me.escaped == null) {
      me.escaped = thrown;
      me.escapedAt = turns.steps().size();
    }
  }

  private Shared named(Spot spot, String name) {
    if (spot.named == null) {
      spot.named = new Shared(spots.unique(name));
    }
    return spot.named;
  }

  @Override
  public void took(Site site, Object lock, int part, String name, Guard how) {
    Shared named = named(spots.at(lock, part), name);
    me.holds.add(named, how, run::stack);
  }

  @Override
  public void asks(Object lock, int part, String name) {
    learned.asks(named(spots.at(lock, part), name).name());
  }

  @Override
  public void gives(Object lock, int part) {
    turns.claim(me);
    Spot spot = spots.at(lock, part);
    boolean asked = spot.named != null && !learned.guards(spot.named.name());
    if (quiet == 0 && (asked || run.recording())) {
      point();
    } else {
      turns.tick();
    }
  }

  @Override
  public void gave(Site site, Object lock, int part, Guard how) {
    Spot spot = spots.at(lock, part);
    turns.tick();
    if (quiet == 0 && learned.has(site.place())) {
      note(site, Act.Kind.UNLOCK, site.what());
    }
    turns.history().touched(me, ControlledRun.TOUCHES, spot, true);
    if (!me.holds.remove(spot.named, how) && how == Guard.COUNTED) {
      turns.actors().stream().anyMatch(other -> other.holds.remove(spot.named, how));
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
    return turns.clock() + TICK * ++looks;
  }

  @Override
  public long clock() {
    return turns.clock();
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
  public void giveWay(Site site) {
    turns.claim(me);
    turns.history().happened(me, GIVES_WAY, null);
    note(site, "gives way");
    me.givesWay = true;
    point();
    me.givesWay = false;
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
    for (Actor actor : turns.actors()) {
      if (actor.standsFor == thread || actor.worker == thread) {
        return actor;
      }
    }
    return null;
  }

  @Override
  public void quiet(boolean begins) {
    quiet += begins ? 1 : -1;
  }
}
