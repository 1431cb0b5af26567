package dev.lockjaw.websocket;

import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/** Bytes for tests. */
final class Bytes {
  private Bytes() {}

  /** Bytes from hexadecimal digits; spaces are ignored. */
  static byte[] hex(String digits) {
    return HexFormat.of().parseHex(digits.replace(" ", ""));
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** Bytes that count up, with a period that is no power of two. */
  static byte[] counting(int length) {
    byte[] bytes = new byte[length];
    for (int i = 0; i < length; i++) {
      bytes[i] = (byte) (i % 251);
    }
    return bytes;
  }
}
