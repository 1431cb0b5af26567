package dev.lockjaw.arena;

/** A thread as the system sees it, which knows of it what the JVM doesn't. */
@FunctionalInterface
public interface SystemThread {
  /** Whether it sleeps, and nobody has woken it; true as well where that can't be told. */
  boolean asleep();

  /** The calling thread. */
  static SystemThread current() {
    return LinuxThread.current().orElse(() -> true);
  }
}
