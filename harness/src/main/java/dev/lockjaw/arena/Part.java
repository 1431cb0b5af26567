package dev.lockjaw.arena;

import dev.lockjaw.result.Held;
import java.util.List;

/** One thread's part in a run, as the oracles see it. */
public interface Part extends Role {
  /** The actor's or the executor's name in this run. */
  String name();

  /** The run's locks that the thread holds, in the order in which it took them. */
  List<Held> held();
}
