package dev.lockjaw.sync.rundown;

import dev.lockjaw.sync.Sync;
import java.lang.invoke.VarHandle;

/** A rundown for systems without a {@link ProcessBarrier}: each visitor pays for its fences. */
public class FencedRundown extends SlotRundown {
  public FencedRundown(Sync sync, String name) {
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
