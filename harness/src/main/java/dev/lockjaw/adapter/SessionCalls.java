package dev.lockjaw.adapter;

import dev.lockjaw.mark.Machinery;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Encounter;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;

/** What a scenario calls on a user's session, as steps of the run. */
@Machinery
final class SessionCalls {
  static final Act HANDSHAKE = Act.of(Act.Kind.OTHER, "handshake", "call handshake");
  static final Act SEND = Act.of(Act.Kind.OTHER, "send", "call send");
  static final Act RECEIVE = Act.of(Act.Kind.OTHER, "receive", "call receive");
  static final Act IDLE = Act.of(Act.Kind.OTHER, "idle", "call idle");
  static final Act STATUS = Act.of(Act.Kind.OTHER, "status", "call status");
  static final Act FREE = Act.of(Act.Kind.OTHER, "free", "call free");
  static final Act FREE_AGAIN = Act.of(Act.Kind.OTHER, "free", "call free again");

  private final Sync sync;

  /** What calls meet at; null for everything. */
  private final Shared met;

  /**
   * @param woven whether the session's own fields and locks are known. A call, which is made with
   *     none of its locks held, touches none of those
   */
  SessionCalls(Sync sync, String session, boolean woven) {
    this.sync = sync;
    this.met = woven ? new Encounter("calls of " + session) : null;
  }

  /** A scheduling point before a step that may change the session. */
  void point(Act act) {
    sync.point(act, met);
  }

  /** A scheduling point before a step that changes only what it says it changes. */
  void look(Act act) {
    sync.look(act, met);
  }

  void looked() {
    if (met != null) {
      sync.look(met);
    }
  }

  void touched() {
    if (met != null) {
      sync.touch(met);
    }
  }

  void note(Act act) {
    sync.note(act, met);
  }
}
