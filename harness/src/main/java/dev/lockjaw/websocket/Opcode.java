package dev.lockjaw.websocket;

import org.apiguardian.api.API;

/** The type of a frame (RFC 6455, section 5.2). */
@API(status = API.Status.STABLE)
public enum Opcode {
  CONTINUATION(0x0),
  TEXT(0x1),
  BINARY(0x2),
  CLOSE(0x8),
  PING(0x9),
  PONG(0xA);

  private final int code;

  Opcode(int code) {
    this.code = code;
  }

  /** The four bits on the wire. */
  public int code() {
    return code;
  }

  /** Whether this is a control frame, which may stand between the fragments of a message. */
  public boolean isControl() {
    return (code & 0x8) != 0;
  }

  /**
   * The opcode with these four bits.
   *
   * @throws WebSocketException if there is none: 0x3 to 0x7 and 0xB to 0xF are reserved
   */
  public static Opcode of(int code) {
    for (Opcode opcode : values()) {
      if (opcode.code == code) {
        return opcode;
      }
    }
    throw WebSocketException.protocolError("Reserved opcode 0x" + Integer.toHexString(code));
  }
}
