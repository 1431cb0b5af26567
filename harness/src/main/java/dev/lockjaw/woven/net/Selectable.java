package dev.lockjaw.woven.net;

import dev.lockjaw.woven.Points;

/** A channel of a run, as its selectors see it. */
interface Selectable {
  /** Which of the operations a thread would not have to wait for. */
  int ready(int interest);

  /** Says that the calling thread's step depends on what is ready. */
  void look(Points points);

  /** What threads meet at that use it. */
  Object subject();
}
