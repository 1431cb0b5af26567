package dev.lockjaw.cli;

import dev.lockjaw.transport.Transport;

/** Refuses transports that this machine lacks, where the user has named one. */
final class Usable {
  private Usable() {}

  static Transport orFail(Transport transport) {
    transport
        .unavailable()
        .ifPresent(
            reason -> {
              throw new ToolException(transport.id() + " is not available here: " + reason);
            });
    return transport;
  }
}
