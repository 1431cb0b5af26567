package dev.lockjaw.corpus.driver;

/** Triggers one bug, in a library on its class path. */
public interface Driver {
  /**
   * Triggers it once or a few times, and reports the result of each try. It may leave threads
   * stuck, because the JVM is halted afterwards.
   *
   * @throws Exception if the trigger itself failed
   */
  void run(Keys keys, Observations seen) throws Exception;
}
