package dev.lockjaw.cli.terminal;

/** Whether the user has asked for an end, by Ctrl-C, and what is to be done then. */
public class Interrupt {
  private boolean happened;
  private Runnable reaction = () -> {};

  /** Sets what happens on an interrupt; at once if there was one. */
  public synchronized void react(Runnable reaction) {
    this.reaction = reaction;
    if (happened) {
      reaction.run();
    }
  }

  public synchronized void happen() {
    happened = true;
    reaction.run();
  }

  public synchronized boolean happened() {
    return happened;
  }
}
