package dev.lockjaw.campaign;

/**
 * Is told what is about to be run, so that it is known if this JVM dies of it. Called by one thread
 * at a time.
 */
public interface FlightRecorder {
  /** Keeps nothing. */
  FlightRecorder NONE =
      new FlightRecorder() {
        @Override
        public void begins() {}

        @Override
        public void deviates(int decision, int actor) {}

        @Override
        public void ends(boolean failed, boolean raced) {}
      };

  /** The next run begins; if it is explored, it follows the default schedule so far. */
  void begins();

  /** It is about to leave the default at a decision, in favour of an actor. */
  void deviates(int decision, int actor);

  /**
   * The run that began last is over.
   *
   * @param failed whether it has shown a finding
   * @param raced whether two threads have met in a TLS stack
   */
  void ends(boolean failed, boolean raced);
}
