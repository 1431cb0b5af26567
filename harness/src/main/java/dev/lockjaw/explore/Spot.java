package dev.lockjaw.explore;

import dev.lockjaw.arena.Holds;
import dev.lockjaw.blame.Change;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.woven.Learned;

/**
 * A field of an object, its contents or its monitor, in one run: which actors have touched it, how,
 * and under which locks. Only the actor that has the turn uses it.
 */
final class Spot extends Shared {
  private static final Shared[] NONE = {};

  final Object object;
  final int part;
  final int hash;

  /** Digest of all that has happened here up to the last write. */
  long written;

  /** Digest of the reads since the last write, in no order. */
  long reads;

  /** As a lock or something waited for; null while it is neither. */
  Shared named;

  /** Whether a thread has asked for it in vain and gone on. Giving it back is then a change. */
  boolean asked;

  /** What stands for it, if it is of the run's own; else negative. */
  int place = -1;

  /** The last change of it, in a run with stacks; null if there was none. */
  Change change;

  private Change before;
  private Actor first;
  private boolean many;
  private boolean changed;
  private Shared[] common;
  private int[] places = new int[2];
  private int count;

  Spot(Object object, int part, int hash) {
    super("");
    this.object = object;
    this.part = part;
    this.hash = hash;
  }

  /** An actor may be changing it. */
  void changes(Change last) {
    before = change;
    change = last;
  }

  /** The last access has changed nothing. */
  void unchanged() {
    change = before;
  }

  /** Whether an actor has written it, and no other has touched it. */
  boolean ownOf(Actor actor) {
    return changed && !many && first == actor;
  }

  /** Whether actors have met here. */
  boolean met() {
    return many && changed;
  }

  /** Takes note of an access; says so where threads turn out to meet here. */
  void touched(Actor by, int place, boolean write, Learned learned) {
    if (by.run.opening) {
      return; // before all that the run's threads do
    }
    first = first == null ? by : first;
    many |= first != by;
    changed |= write;
    if (common == null || common.length > 0) {
      common = common == null ? locks(by, write, learned) : intersect(common, by, write, learned);
    }
    addPlace(place);
    if (many && changed && common.length == 0) {
      for (int i = 0; i < count; i++) {
        learned.add(places[i]);
      }
    }
  }

  private void addPlace(int place) {
    for (int i = 0; i < count; i++) {
      if (places[i] == place) {
        return;
      }
    }
    if (count == places.length) {
      places = java.util.Arrays.copyOf(places, count * 2);
    }
    places[count++] = place;
  }

  private static Shared[] locks(Actor by, boolean write, Learned learned) {
    int count = 0;
    for (int i = 0; i < by.holds.size(); i++) {
      count += guards(by.holds, i, write, learned) ? 1 : 0;
    }
    if (count == 0) {
      return NONE;
    }
    Shared[] locks = new Shared[count];
    for (int i = 0; i < by.holds.size(); i++) {
      if (guards(by.holds, i, write, learned)) {
        locks[--count] = by.holds.lock(i);
      }
    }
    return locks;
  }

  private static Shared[] intersect(Shared[] common, Actor by, boolean write, Learned learned) {
    int left = 0;
    for (Shared lock : common) {
      left += guarded(by, lock, write, learned) ? 1 : 0;
    }
    if (left == common.length) {
      return common;
    }
    Shared[] locks = new Shared[left];
    for (Shared lock : common) {
      if (guarded(by, lock, write, learned)) {
        locks[--left] = lock;
      }
    }
    return locks;
  }

  private static boolean guarded(Actor by, Shared lock, boolean write, Learned learned) {
    for (int i = 0; i < by.holds.size(); i++) {
      if (by.holds.lock(i) == lock && guards(by.holds, i, write, learned)) {
        return true;
      }
    }
    return false;
  }

  private static boolean guards(Holds holds, int index, boolean write, Learned learned) {
    return holds.guard(index).keepsOut(write) && learned.guards(holds.lock(index).name());
  }
}
