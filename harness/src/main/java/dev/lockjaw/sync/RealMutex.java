package dev.lockjaw.sync;

/**
 * The system's lock behind a mutex of the explorer. The explorer decides which thread gets the
 * mutex; that thread then takes the real lock too.
 */
public interface RealMutex extends AutoCloseable {
  /** No real lock: only the explorer's decision counts. */
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
   * Locks it. Waits while another thread holds it.
   *
   * @return false if it isn't recursive and the caller holds it
   * @throws IllegalStateException if the system refuses for another reason; the message holds the
   *     system's error text
   */
  boolean lock();

  /**
   * Tries to relock it; returns the system's error. Only for a thread that holds it, if it isn't
   * recursive.
   *
   * @return the system's error; empty for {@link #NONE}
   */
  String refusal();

  /** Unlocks it once; false if the caller doesn't hold it. */
  boolean unlock();

  /** Frees its memory, whether or not a thread holds it. No thread may use it afterwards. */
  @Override
  void close();
}
