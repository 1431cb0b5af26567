package dev.lockjaw.lincheck;

import dev.lockjaw.result.FindingKind;

/** An operation met another one inside the session, against the thread contract. */
final class Breach extends IllegalStateException {
  private static final long serialVersionUID = 1L;

  private Breach(String kind, String what) {
    super(kind + ": " + what);
  }

  /** The message names the kind in full, because Lincheck passes on nothing else. */
  static Breach of(FindingKind kind, String what) {
    return new Breach(kind.id(), what);
  }
}
