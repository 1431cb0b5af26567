package dev.lockjaw.run;

/** A part of a plug-in can't be used; the message is a line for the user. */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PluginException(String message) {
    super(message);
  }
}
