package dev.lockjaw.race;

import dev.lockjaw.arena.Part;
import dev.lockjaw.monitor.Findings.Sighting;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.woven.Site;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntSupplier;
import java.util.function.Supplier;

/**
 * The data races of one run, and what its threads know of each other. Only the thread that has the
 * turn may call; after the run, by any thread.
 */
public final class Races {
  /** The part of an object that threads are ordered by: its monitor, and what it holds. */
  private static final int ORDER = -1;

  /** All of an object's own data, or all elements of an array. */
  private static final int DATA = -2;

  /** Fields as what orders threads are counted downwards from here. */
  private static final int FIELDS = -3;

  private final boolean recording;
  private final Supplier<List<StackTraceElement>> stack;
  private final IntSupplier steps;
  private final Clocks clocks = new Clocks();
  private final Places places = new Places();
  private final Map<Object, Object> views = new IdentityHashMap<>(0);

  /** What was handed over in code that is not woven. */
  private final Handover unwoven = new Handover();

  /** All that was handed over through objects that such code may know. */
  private final Handover known = new Handover();

  /** What a thread knows that begins, besides what its starter knows. */
  private final Handover beginning = new Handover();

  private final Set<String> keys = new HashSet<>(2);
  private final List<Sighting> sightings = new ArrayList<>(0);
  private boolean blind;

  /**
   * @param recording whether to keep evidence
   * @param stack of the calling thread
   * @param steps how many steps the run has taken
   */
  public Races(boolean recording, Supplier<List<StackTraceElement>> stack, IntSupplier steps) {
    this.recording = recording;
    this.stack = stack;
    this.steps = steps;
  }

  /** The first race on each variable, in the order in which they were found. */
  public List<Sighting> sightings() {
    return List.copyOf(sightings);
  }

  /** From now on nothing is found: an outside thread may order the threads of this run. */
  void goBlind() {
    blind = true;
  }

  // ---- objects ----

  /** Says that an object, such as an iterator, stands for another. */
  void view(Object view, Object of) {
    if (view != of) {
      views.put(view, source(of));
    }
  }

  /** What an object stands for. */
  Object source(Object object) {
    return views.isEmpty() ? object : views.getOrDefault(object, object);
  }

  /** What threads are ordered by at an object as a whole. */
  Handover order(Object on) {
    return places.at(on, ORDER, Handover.class, Handover::new);
  }

  /** What threads are ordered by at a field that is volatile, or is accessed as if it were. */
  Handover order(Object on, int field) {
    return places.at(on, FIELDS - field, Handover.class, Handover::new);
  }

  // ---- order ----

  void acquire(int thread, Handover from) {
    clocks.acquire(thread, from);
  }

  void release(int thread, Handover to) {
    clocks.release(thread, to);
  }

  /** As {@link #acquire}, through what code that is not woven may know, too. */
  void acquireOpenly(int thread, Handover from) {
    clocks.acquire(thread, from);
    clocks.acquire(thread, unwoven);
  }

  /** As {@link #release}, through what code that is not woven may know, too. */
  void releaseOpenly(int thread, Handover to) {
    known.given.join(clocks.of(thread));
    clocks.release(thread, to);
  }

  void acquireShared(int thread, Handover from) {
    clocks.acquireShared(thread, from);
  }

  void releaseShared(int thread, Handover to) {
    clocks.releaseShared(thread, to);
  }

  /**
   * A thread is in code of which nothing is known: it may learn of all that was handed over, and
   * hand over what it knows.
   */
  void unknown(int thread) {
    clocks.acquire(thread, unwoven);
    clocks.acquire(thread, known);
    clocks.release(thread, unwoven);
  }

  /** All threads learn what one knows, and so do those that are yet to begin. */
  public void publish(int thread) {
    clocks.publish(thread, beginning);
  }

  /** Says that a thread is there. */
  void begins(int thread) {
    clocks.acquire(thread, beginning);
  }

  // ---- data ----

  /** A thread accesses a field. */
  void field(int thread, Part part, Site site, Object on, int field, boolean write) {
    Variable variable = places.at(on, field, Variable.class, Variable::new);
    one(thread, part, site, on, variable, write);
  }

  /** A thread accesses an object that holds data. */
  void object(int thread, Part part, Site site, Object on, boolean write) {
    Variable variable = places.at(on, DATA, Variable.class, Variable::new);
    one(thread, part, site, on, variable, write);
  }

  /** A thread accesses one element of an array. */
  void element(int thread, Part part, Site site, Object array, int index, boolean write) {
    Elements elements = places.at(array, DATA, Elements.class, Elements::new);
    Variable variable = elements.at(index);
    VectorClock now = clocks.of(thread);
    if (variable.has(thread, now, write)) {
      return;
    }
    Access earlier = variable.conflict(now, write);
    earlier = earlier == null ? elements.all().conflict(now, write) : earlier;
    add(access(thread, part, site, write), earlier, array, variable, now);
  }

  /** A thread accesses all elements of an array. */
  void elements(int thread, Part part, Site site, Object array, boolean write) {
    Elements elements = places.at(array, DATA, Elements.class, Elements::new);
    VectorClock now = clocks.of(thread);
    if (!elements.all().has(thread, now, write)) {
      Access earlier = elements.conflict(now, write);
      add(access(thread, part, site, write), earlier, array, elements.all(), now);
    }
  }

  private void one(int thread, Part part, Site site, Object on, Variable variable, boolean write) {
    VectorClock now = clocks.of(thread);
    if (!variable.has(thread, now, write)) {
      Access earlier = variable.conflict(now, write);
      add(access(thread, part, site, write), earlier, on, variable, now);
    }
  }

  private Access access(int thread, Part part, Site site, boolean write) {
    return new Access(
        thread,
        part.name(),
        site,
        write,
        recording ? part.held() : List.of(),
        recording ? stack.get() : List.of());
  }

  private void add(Access access, Access earlier, Object on, Variable variable, VectorClock now) {
    variable.named(access.site().subject());
    if (earlier != null && !blind && !variable.reported()) {
      variable.report();
      found(variable.name(), on, earlier, access);
    }
    variable.add(access, now);
  }

  private void found(String name, Object on, Access earlier, Access later) {
    DataRace race = DataRace.of(name, on, earlier, later);
    if (keys.add(race.key())) {
      sightings.add(
          new Sighting(
              FindingKind.DATA_RACE,
              race.key(),
              steps.getAsInt(),
              recording ? race.finding() : null));
    }
  }
}
