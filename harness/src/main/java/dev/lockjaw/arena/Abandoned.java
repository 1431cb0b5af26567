package dev.lockjaw.arena;

/**
 * Thrown at every scheduling point once a run is over, so that blocked threads leave their bodies.
 * It is an {@link Error}, because code that catches exceptions must not catch it. It has no stack,
 * because it is thrown thousands of times a second.
 */
public final class Abandoned extends Error {
  private static final long serialVersionUID = 1L;
  public static final Abandoned INSTANCE = new Abandoned();

  private Abandoned() {
    super("the run is over", null, false, false);
  }
}
