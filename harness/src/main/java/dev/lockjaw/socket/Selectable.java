package dev.lockjaw.socket;

/** A channel of a run, as its selectors see it. */
public interface Selectable {
  /** Which of the operations a thread would not have to wait for. Any thread. */
  int ready(int interest);

  /** Says that the calling thread's step depends on what is ready. */
  void look();

  /** What threads meet at that use it. */
  Object subject();
}
