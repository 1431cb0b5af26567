package dev.lockjaw.cli.terminal;

/** Whether the user pressed Ctrl-C, and the reaction to that. */
public class Interrupt {
  private boolean happened;
  private Runnable reaction = () -> {};

  /** Sets the reaction to an interrupt, and runs it at once if there was one. */
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
