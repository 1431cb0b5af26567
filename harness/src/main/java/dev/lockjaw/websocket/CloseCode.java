package dev.lockjaw.websocket;

import org.apiguardian.api.API;

/** The status codes of a close frame that the codec itself needs (RFC 6455, section 7.4.1). */
@API(status = API.Status.STABLE)
public final class CloseCode {
  /** The connection has served its purpose. */
  public static final int NORMAL = 1000;

  /** The peer broke the protocol. */
  public static final int PROTOCOL_ERROR = 1002;

  /** The peer sent more than the receiver is willing to process. */
  public static final int TOO_BIG = 1009;

  private CloseCode() {}

  /**
   * Whether a close frame may carry the code: 1000 to 4999, except 1005, 1006 and 1015, which
   * describe closures without a close code and are never sent.
   */
  static boolean maySend(int code) {
    return code >= 1000 && code <= 4999 && code != 1005 && code != 1006 && code != 1015;
  }
}
