package dev.lockjaw.lock;

import java.util.Locale;
import org.apiguardian.api.API;

/** The operations on a session. */
@API(status = API.Status.STABLE)
public enum OperationKind {
  HANDSHAKE,
  READ,
  WRITE,
  FREE;

  /** The word for it in a sentence. */
  public String verb() {
    return name().toLowerCase(Locale.ROOT);
  }
}
