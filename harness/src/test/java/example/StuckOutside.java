package example;

import dev.lockjaw.explore.programs.Parts;
import dev.lockjaw.explore.programs.Unwoven;

/** Waits in code that is not woven, and holds a monitor of woven code meanwhile. */
public final class StuckOutside implements Parts {
  @Override
  public synchronized void one() {
    Unwoven.waitForEver();
  }

  @Override
  public void other() {}

  @Override
  public String outcome() {
    return "";
  }
}
