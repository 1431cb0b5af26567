package dev.lockjaw.cli.option;

import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.transport.Transport;

/** Refuses transports that this machine lacks, where the user has named one. */
public final class Usable {
  private Usable() {}

  public static Transport orFail(Transport transport) {
    transport
        .unavailable()
        .ifPresent(
            reason -> {
              throw new ToolException(transport.id() + " is not available here: " + reason);
            });
    return transport;
  }
}
