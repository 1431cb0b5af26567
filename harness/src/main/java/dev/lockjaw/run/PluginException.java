package dev.lockjaw.run;

/** A scenario, strategy, transport or adapter can't be used; the message is a line for the user. */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  PluginException(String message) {
    super(message);
  }
}
