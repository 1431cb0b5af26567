package dev.lockjaw.lincheck;

import dev.lockjaw.result.FindingKind;

/** An operation met another inside the session that it must not meet. */
final class Breach extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private Breach(String kind, String what) {
    super(kind + ": " + what);
  }

  /** Named in full by its message, as that is all that Lincheck passes on. */
  static Breach of(FindingKind kind, String what) {
    return new Breach(kind.id(), what);
  }
}
