package dev.lockjaw.websocket;

/** The peer sent what it must not: the connection has to be failed (RFC 6455, section 7.1.7). */
public final class WebSocketException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int closeCode;

  public WebSocketException(int closeCode, String message) {
    super(message);
    this.closeCode = closeCode;
  }

  static WebSocketException protocolError(String message) {
    return new WebSocketException(CloseCode.PROTOCOL_ERROR, message);
  }

  /** The status code for the close frame that says so to the peer. */
  public int closeCode() {
    return closeCode;
  }
}
