package dev.lockjaw.arena;

/** A thread as the operating system sees it. */
@FunctionalInterface
public interface SystemThread {
  /** Whether it sleeps and has not been woken; also true where the system cannot say. */
  boolean asleep();

  /** The calling thread. */
  static SystemThread current() {
    return LinuxThread.current().orElse(() -> true);
  }
}
