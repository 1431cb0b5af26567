package dev.lockjaw.explore;

import dev.lockjaw.explore.choice.Digest;
import dev.lockjaw.sync.Histories;
import dev.lockjaw.sync.Shared;
import java.util.List;

/**
 * Digests of what has happened, equal for runs that differ only in the order of independent steps.
 * Each step is digested with the last step of its actor and the last step on the object that it
 * touches, which is the happens-before relation.
 */
final class History {
  private final List<Actor> actors;

  /** The last step that touched everything. */
  private long lastUniversal;

  /** Changes of anything. */
  private int changes;

  /** Changes of everything. */
  private int universalChanges;

  /** The actor whose steps are left out; else null. */
  private Actor leftOut;

  History(List<Actor> actors) {
    this.actors = actors;
  }

  /** A number that is another one once a thing has been changed; of everything, if it is null. */
  int version(Shared on) {
    return on == null ? changes : Histories.changes(on) + universalChanges;
  }

  /** Takes note that something may have been changed: everything, if it is null. */
  void changed(Shared on) {
    changes++;
    if (on == null) {
      universalChanges++;
    } else {
      Histories.changed(on);
    }
  }

  /** Leaves out the steps of an actor from now on, which change nothing while nobody else moves. */
  void leaveOut(Actor actor) {
    leftOut = actor;
  }

  /** Leaves out nothing any more. */
  void goOn() {
    leftOut = null;
  }

  /** Whether the steps of some actor are left out. */
  boolean leavesOut() {
    return leftOut != null;
  }

  /** The digest of everything so far. */
  long state() {
    long digest = 0;
    for (int i = 0; i < actors.size(); i++) {
      digest = Digest.mix(digest, actors.get(i).history);
    }
    return digest;
  }

  /**
   * Adds a step, or a part of one.
   *
   * @param what distinguishes it from other steps of the actor
   * @param on what it touches, or null for everything
   */
  void happened(Actor actor, long what, Shared on) {
    if (actor == leftOut) {
      return;
    }
    if (on == null) {
      actor.history = Digest.mix(state(), what);
      lastUniversal = actor.history;
    } else {
      long before = Digest.mix(Histories.of(on), lastUniversal);
      actor.history = Digest.mix(Digest.mix(actor.history, what), before);
      Histories.set(on, actor.history);
    }
  }

  /** Takes note that woven code reads or writes something; reads are in no order. */
  void touched(Actor actor, long what, Spot on, boolean write) {
    if (actor == leftOut) {
      return;
    }
    long before = Digest.mix(write ? on.written + on.reads : on.written, lastUniversal);
    actor.history = Digest.mix(Digest.mix(actor.history, what), before);
    if (write) {
      on.written = actor.history;
      on.reads = 0;
    } else {
      on.reads += actor.history;
    }
  }
}
