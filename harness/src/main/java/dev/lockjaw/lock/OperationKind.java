package dev.lockjaw.lock;

import java.util.Locale;

/** What may be done to a session. */
public enum OperationKind {
  HANDSHAKE,
  READ,
  WRITE,
  FREE;

  /** As it reads in a sentence. */
  public String verb() {
    return name().toLowerCase(Locale.ROOT);
  }
}
