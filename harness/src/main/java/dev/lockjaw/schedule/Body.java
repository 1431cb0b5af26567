package dev.lockjaw.schedule;

/** What an actor does. */
@FunctionalInterface
public interface Body {
  void run() throws Exception;
}
