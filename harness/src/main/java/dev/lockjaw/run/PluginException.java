package dev.lockjaw.run;

/** A part of a plug-in cannot be used. The message is one line for the user. */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public PluginException(String message) {
    super(message);
  }
}
