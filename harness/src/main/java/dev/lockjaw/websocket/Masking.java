package dev.lockjaw.websocket;

/** The masking of payloads from client to server (RFC 6455, section 5.3). */
final class Masking {
  static final int KEY_BYTES = Integer.BYTES;

  private Masking() {}

  /** Masks in place. A second call with the same key unmasks. A key of zero changes nothing. */
  static void apply(byte[] payload, int key) {
    for (int i = 0; i < payload.length; i++) {
      int shift = 8 * (KEY_BYTES - 1 - i % KEY_BYTES);
      payload[i] ^= (byte) (key >>> shift);
    }
  }
}
