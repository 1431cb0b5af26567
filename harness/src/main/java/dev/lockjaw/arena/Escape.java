package dev.lockjaw.arena;

/**
 * An exception that an actor threw.
 *
 * @param step how many steps the run had taken
 * @param culprit the other thread behind it; null if none is known
 */
public record Escape(String actor, Throwable exception, int step, Culprit culprit) {
  public Escape(String actor, Throwable exception, int step) {
    this(actor, exception, step, null);
  }
}
