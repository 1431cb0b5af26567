package dev.lockjaw.arena;

/**
 * Thrown out of every scheduling point once a run is over, so that a thread that can't go on
 * unwinds. An {@link Error}, because code that catches exceptions must let it pass; without a
 * stack, because it is thrown thousands of times a second.
 */
public final class Abandoned extends Error {
  private static final long serialVersionUID = 1L;
  public static final Abandoned INSTANCE = new Abandoned();

  private Abandoned() {
    super("the run is over", null, false, false);
  }
}
