package dev.lockjaw.adapter;

/** An adapter asked for what the cell's transport doesn't have: the cell is skipped. */
public final class MisfitException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MisfitException(String message) {
    super(message);
  }
}
