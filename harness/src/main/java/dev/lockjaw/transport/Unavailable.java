package dev.lockjaw.transport;

import java.io.IOException;
import java.util.Optional;

/** Refuses transports that this machine lacks. */
public final class Unavailable {
  private Unavailable() {}

  /**
   * Refuses the transport if it is unavailable.
   *
   * @throws IOException with the reason
   */
  public static void refuse(Transport transport) throws IOException {
    Optional<String> reason = transport.unavailable();
    if (reason.isPresent()) {
      throw new IOException(reason.get());
    }
  }
}
