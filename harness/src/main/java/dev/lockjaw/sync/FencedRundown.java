package dev.lockjaw.sync;

import java.lang.invoke.VarHandle;

/** One where there is no {@link ProcessBarrier}: each visitor pays for its fences. */
class FencedRundown extends SlotRundown {
  FencedRundown(Sync sync, String name) {
    super(sync, name);
  }

  @Override
  final void fence() {
    VarHandle.fullFence();
  }

  @Override
  final void barrier() {
    VarHandle.fullFence();
  }
}
