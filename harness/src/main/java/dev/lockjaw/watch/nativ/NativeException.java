package dev.lockjaw.watch.nativ;

/** A native program can't be watched here. The message is one line for the user. */
public final class NativeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NativeException(String message) {
    super(message);
  }
}
