package dev.lockjaw.watch.event;

/**
 * The TLS stack of a session, by the contract that its calls have. The number is part of the log's
 * format.
 */
public enum TlsStack {
  /** OpenSSL and its relatives: one call at a time on a session; frees are counted. */
  OPENSSL(1, "OpenSSL", false),
  /** mbedTLS: one call at a time on a session; a second free of a cleared session is harmless. */
  MBEDTLS(2, "mbedTLS", false),
  /** A Java {@code SSLEngine}: one wrap beside one unwrap. */
  SSL_ENGINE(3, "SSLEngine", true),
  /** A Java {@code SSLSocket}: one read beside one write. */
  SSL_SOCKET(4, "SSLSocket", true),
  /** A stack of which nothing is known but its calls. */
  UNKNOWN(5, "TLS", true);

  private final int number;
  private final String title;
  private final boolean duplex;

  TlsStack(int number, String title, boolean duplex) {
    this.number = number;
    this.title = title;
    this.duplex = duplex;
  }

  /** The number in the log. */
  public int number() {
    return number;
  }

  /** The name that people use. */
  public String title() {
    return title;
  }

  /** Whether a read may run beside a write. */
  public boolean duplex() {
    return duplex;
  }

  /** The stack with a number; UNKNOWN if there is none. */
  public static TlsStack numbered(long number) {
    for (TlsStack stack : values()) {
      if (stack.number == number) {
        return stack;
      }
    }
    return UNKNOWN;
  }
}
