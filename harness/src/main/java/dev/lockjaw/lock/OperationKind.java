package dev.lockjaw.lock;

import java.util.Locale;
import org.apiguardian.api.API;

/** What may be done to a session. */
@API(status = API.Status.STABLE)
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
