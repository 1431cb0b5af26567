package dev.lockjaw.websocket;

import java.nio.ByteBuffer;

/**
 * The length of a payload on the wire (RFC 6455, section 5.2). Seven bits hold it, or hold 126 if
 * sixteen bits with the length follow, or 127 if sixty-four do. Only the shortest form that fits is
 * allowed.
 */
final class PayloadLength {
  /** The longest length in seven bits, and the limit of a control frame. */
  static final int SHORT_MAX = 125;

  private static final int IN_TWO_BYTES = 126;
  private static final int IN_EIGHT_BYTES = 127;
  private static final int TWO_BYTES_MAX = 0xFFFF;

  private PayloadLength() {}

  /** The value of the seven bits for a payload of this length. */
  static int sevenBits(int length) {
    if (length <= SHORT_MAX) {
      return length;
    }
    return length <= TWO_BYTES_MAX ? IN_TWO_BYTES : IN_EIGHT_BYTES;
  }

  /** The number of length bytes after the seven bits. */
  static int extraBytes(int sevenBits) {
    return switch (sevenBits) {
      case IN_TWO_BYTES -> Short.BYTES;
      case IN_EIGHT_BYTES -> Long.BYTES;
      default -> 0;
    };
  }

  /** Writes the bytes after the seven bits. */
  static void writeExtra(ByteBuffer out, int length) {
    switch (sevenBits(length)) {
      case IN_TWO_BYTES -> out.putShort((short) length);
      case IN_EIGHT_BYTES -> out.putLong(length);
      default -> {}
    }
  }

  /**
   * Reads the bytes after the seven bits. All of them must be there.
   *
   * @return the length, up to 2^63-1
   * @throws WebSocketException if a shorter form would fit, or the top bit of sixty-four is set
   */
  static long readExtra(ByteBuffer in, int sevenBits) {
    return switch (sevenBits) {
      case IN_TWO_BYTES -> minimal(Short.toUnsignedLong(in.getShort()), SHORT_MAX);
      case IN_EIGHT_BYTES -> minimal(positive(in.getLong()), TWO_BYTES_MAX);
      default -> sevenBits;
    };
  }

  private static long positive(long length) {
    if (length < 0) {
      throw WebSocketException.protocolError(
          "Payload length " + Long.toUnsignedString(length) + " does not fit into 63 bits");
    }
    return length;
  }

  private static long minimal(long length, int shorterFormMax) {
    if (length <= shorterFormMax) {
      throw WebSocketException.protocolError(
          "Payload length " + length + " is not in its shortest form");
    }
    return length;
  }
}
