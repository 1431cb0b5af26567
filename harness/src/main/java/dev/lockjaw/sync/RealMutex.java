package dev.lockjaw.sync;

/**
 * What is locked for real, by the same threads, behind a mutex whose turns the explorer gives out.
 */
public interface RealMutex extends AutoCloseable {
  /** Nothing: the explorer's word alone counts. */
  RealMutex NONE =
      new RealMutex() {
        @Override
        public boolean lock() {
          return true;
        }

        @Override
        public String refusal() {
          return "";
        }

        @Override
        public boolean unlock() {
          return true;
        }

        @Override
        public void close() {}
      };

  /**
   * Locks it, waiting for another holder.
   *
   * @return false if it isn't recursive and the caller holds it
   * @throws IllegalStateException with the system's word for it, if it is refused for another cause
   */
  boolean lock();

  /**
   * Asks for it in vain, as a thread that holds it and can't have it twice.
   *
   * @return what the system says to that; empty if there is no system behind
   */
  String refusal();

  /** Unlocks it once; false if the caller doesn't hold it. */
  boolean unlock();

  /** Gives its memory back. No thread may come to it any more; whether one holds it is the same. */
  @Override
  void close();
}
