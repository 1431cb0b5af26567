package dev.lockjaw.monitor;

/** A thread was kept out of a TLS stack that would not have survived it; it has been reported. */
public final class RefusedEntryException extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  RefusedEntryException(String what) {
    super(what + " was refused: see the finding");
  }
}
