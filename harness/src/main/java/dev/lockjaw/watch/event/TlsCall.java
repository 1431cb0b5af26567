package dev.lockjaw.watch.event;

/** What a TLS call does to its session. The number is part of the log's format. */
public enum TlsCall {
  READ(1),
  WRITE(2),
  HANDSHAKE(3),
  SHUTDOWN(4),
  FREE(5),
  /** Adds an owner: one more free is needed (OpenSSL's {@code SSL_up_ref}). */
  SHARE(6),
  /** Any other call on the session. */
  OTHER(7);

  private final int number;

  TlsCall(int number) {
    this.number = number;
  }

  /** The number in the log. */
  public int number() {
    return number;
  }

  /** The call with a number; OTHER if there is none. */
  public static TlsCall numbered(long number) {
    for (TlsCall call : values()) {
      if (call.number == number) {
        return call;
      }
    }
    return OTHER;
  }
}
