package dev.lockjaw.cli;

/** Whether the user has asked for an end, by Ctrl-C, and what is to be done then. */
class Interrupt {
  private boolean happened;
  private Runnable reaction = () -> {};

  /** Sets what happens on an interrupt; at once if there was one. */
  synchronized void react(Runnable reaction) {
    this.reaction = reaction;
    if (happened) {
      reaction.run();
    }
  }

  synchronized void happen() {
    happened = true;
    reaction.run();
  }

  synchronized boolean happened() {
    return happened;
  }
}
