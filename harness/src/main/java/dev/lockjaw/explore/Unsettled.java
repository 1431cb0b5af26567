package dev.lockjaw.explore;

import dev.lockjaw.woven.Print;
import dev.lockjaw.woven.Site;

/**
 * What the last step of woven code may be changing. Whether it did is known only when the call is
 * over, so it is decided at the next step. Only the actor that has the turn uses it.
 */
final class Unsettled {
  private final History history;
  private final Actor me;
  private Spot spot;
  private Site at;
  private Object on;
  private Print before;

  Unsettled(History history, Actor me) {
    this.history = history;
    this.me = me;
  }

  /**
   * A step begins that may change something.
   *
   * @param shows what the object shows before; null if that says nothing
   */
  void begins(Site site, Spot changing, Object object, Print shows) {
    spot = changing;
    at = site;
    on = object;
    before = shows;
  }

  /** Whether it is about this. */
  boolean isOf(Spot other) {
    return spot == other;
  }

  /** The last step changes nothing, or another step says whether it does. */
  void drop() {
    spot = null;
  }

  /** Takes note of whether the last step has changed anything. */
  void settle() {
    Spot settled = spot;
    if (settled == null) {
      return;
    }
    spot = null;
    if (before != null && before.same(Print.of(on))) {
      looked(settled);
    } else {
      changed(settled);
    }
  }

  /** The last step has changed nothing. */
  void onlyRead() {
    Spot settled = spot;
    if (settled != null) {
      spot = null;
      looked(settled);
    }
  }

  private void looked(Spot seen) {
    seen.unchanged();
    seen.asked = true;
    me.passes.looked(at.id(), at, seen);
  }

  /**
   * The actor is about to wait, within the last step if that is about what it waits for.
   *
   * @return whether it is; then {@link #resume} follows
   */
  boolean suspend(Spot awaited) {
    boolean within = spot == awaited;
    if (within) {
      spot = null;
    } else {
      settle();
    }
    return within;
  }

  /** The actor goes on to do what it has been waiting to do. */
  void resume(Spot awaited) {
    spot = awaited;
    before = before == null ? null : Print.of(on);
  }

  /** The actor has looked at something. */
  void looked(Site site, Spot seen) {
    if (seen.ownOf(me)) {
      me.passes.lookedAtOwn(site.id(), site, seen);
    } else {
      me.passes.looked(site.id(), site, seen);
    }
  }

  /** The actor has changed something. */
  void changed(Spot written) {
    history.changed(written);
    if (written.ownOf(me)) {
      me.passes.changedOwn();
    } else {
      me.passes.clear();
    }
  }
}
