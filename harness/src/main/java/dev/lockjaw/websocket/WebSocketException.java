package dev.lockjaw.websocket;

import org.apiguardian.api.API;

/** The peer broke a rule of the protocol, so the connection must fail (RFC 6455, section 7.1.7). */
@API(status = API.Status.STABLE)
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

  /** The status code for the close frame that reports this to the peer. */
  public int closeCode() {
    return closeCode;
  }
}
