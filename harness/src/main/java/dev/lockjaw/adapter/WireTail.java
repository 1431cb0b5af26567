package dev.lockjaw.adapter;

import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import java.io.IOException;

/** Sends what found no room on the wire. Any thread. */
final class WireTail {
  private static final Act AWAITS_ROOM = Act.waitFor("room");

  private final Sync sync;
  private final String session;
  private final WireChannel wire;

  WireTail(Sync sync, String session, WireChannel wire) {
    this.sync = sync;
    this.session = session;
    this.wire = wire;
  }

  /** Leaves it to a selector's thread. */
  void leaveToSelector() {
    String selector = "selector(" + session + ")";
    sync.once(selector, () -> sync.executor(selector)).execute(this::flush);
  }

  /** Does what a selector's thread does with it: waits for room, until all is sent. */
  void flush() {
    while (wire.pending()) {
      sync.await(
          AWAITS_ROOM,
          Waiting.IO,
          wire.end().output(),
          () -> !wire.pending() || wire.end().writable());
      try {
        wire.flush();
      } catch (IOException closed) {
        return;
      }
    }
  }
}
