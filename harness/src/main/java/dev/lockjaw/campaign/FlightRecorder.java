package dev.lockjaw.campaign;

/**
 * Records what is about to run, so that the record survives if this JVM dies. One thread at a time
 * calls it.
 */
public interface FlightRecorder {
  /** Records nothing. */
  FlightRecorder NONE =
      new FlightRecorder() {
        @Override
        public void begins() {}

        @Override
        public void deviates(int decision, int actor) {}

        @Override
        public void ends(boolean failed, boolean raced) {}
      };

  /** The next run begins. If it is explored, it follows the default schedule so far. */
  void begins();

  /** The run is about to leave the default at a decision, for another actor. */
  void deviates(int decision, int actor);

  /**
   * The current run has ended.
   *
   * @param failed whether it showed a finding
   * @param raced whether two threads met in a TLS stack
   */
  void ends(boolean failed, boolean raced);
}
