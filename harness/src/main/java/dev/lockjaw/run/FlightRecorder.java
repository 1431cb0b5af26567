package dev.lockjaw.run;

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
        public void shows() {}
      };

  /** The next run begins; so far it follows the default schedule. */
  void begins();

  /** It is about to leave the default at a decision, in favour of an actor. */
  void deviates(int decision, int actor);

  /** The run that began last has shown a finding. */
  void shows();
}
