package dev.lockjaw.corpus.driver;

/** Brings about the conditions of one bug, in a library that it finds on its class path. */
public interface Driver {
  /**
   * Goes through it, once or a few times, and says of each what came of it. It may leave threads
   * stuck: the JVM is halted after it.
   *
   * @throws Exception if the trigger itself failed
   */
  void run(Keys keys, Observations seen) throws Exception;
}
