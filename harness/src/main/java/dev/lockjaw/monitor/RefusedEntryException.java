package dev.lockjaw.monitor;

/**
 * A call of a TLS stack was refused, because the stack would have crashed. The breach has been
 * reported.
 */
public final class RefusedEntryException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  RefusedEntryException(String what) {
    super(what + " was refused: see the finding");
  }
}
