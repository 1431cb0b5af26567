package dev.lockjaw.cli.option;

import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.transport.Transport;

/** Refuses a transport that the user named and this machine lacks. */
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
