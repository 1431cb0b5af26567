package dev.lockjaw.websocket;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;
import org.apiguardian.api.API;

/**
 * A WebSocket frame without extensions (RFC 6455, section 5.2). Immutable: the payload is copied in
 * and out. Equality compares payloads.
 *
 * @param fin whether this is the last fragment of its message
 * @param opcode the type of the frame
 * @param payload the application data, unmasked
 */
@API(status = API.Status.STABLE)
public record Frame(boolean fin, Opcode opcode, byte[] payload) {
  static final int FIN = 0x80;
  static final int MASKED = 0x80;

  private static final int HEAD_BYTES = 2;
  private static final int SHOWN_BYTES = 32;

  /**
   * @throws IllegalArgumentException if a control frame is a fragment or longer than 125 bytes, or
   *     a close frame has half a status code
   */
  public Frame {
    Objects.requireNonNull(opcode, "opcode");
    payload = payload.clone();
    if (opcode.isControl() && !fin) {
      throw new IllegalArgumentException(opcode + " must not be fragmented");
    }
    if (opcode.isControl() && payload.length > PayloadLength.SHORT_MAX) {
      throw new IllegalArgumentException(
          opcode + " of " + payload.length + " bytes, more than " + PayloadLength.SHORT_MAX);
    }
    if (opcode == Opcode.CLOSE && payload.length == 1) {
      throw new IllegalArgumentException("CLOSE with one byte of a two-byte status code");
    }
  }

  /** A whole text message. An unpaired surrogate is sent as a question mark. */
  public static Frame text(String text) {
    return new Frame(true, Opcode.TEXT, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A whole binary message. */
  public static Frame binary(byte[] data) {
    return new Frame(true, Opcode.BINARY, data);
  }

  public static Frame ping(byte[] data) {
    return new Frame(true, Opcode.PING, data);
  }

  /**
   * Answers a ping.
   *
   * @param data the ping's payload
   */
  public static Frame pong(byte[] data) {
    return new Frame(true, Opcode.PONG, data);
  }

  /**
   * A close frame with a status code (RFC 6455, section 5.5.1).
   *
   * @param reason at most 123 bytes of UTF-8
   * @throws IllegalArgumentException if the reason is longer, or the code must not be sent
   */
  public static Frame close(int code, String reason) {
    if (!CloseCode.maySend(code)) {
      throw new IllegalArgumentException("Close code " + code + " must not be sent");
    }
    byte[] why = reason.getBytes(StandardCharsets.UTF_8);
    ByteBuffer body = ByteBuffer.allocate(Short.BYTES + why.length);
    body.putShort((short) code).put(why);
    return new Frame(true, Opcode.CLOSE, body.array());
  }

  @Override
  public byte[] payload() {
    return payload.clone();
  }

  /** The bytes that a server sends. */
  public byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(encodedHeadBytes() + payload.length);
    writeHead(out, 0);
    return out.put(payload).array();
  }

  /** The bytes that a client sends. */
  public byte[] encodeMasked(int maskingKey) {
    byte[] masked = payload.clone();
    Masking.apply(masked, maskingKey);
    ByteBuffer out = ByteBuffer.allocate(encodedHeadBytes() + Masking.KEY_BYTES + payload.length);
    writeHead(out, MASKED);
    return out.putInt(maskingKey).put(masked).array();
  }

  private int encodedHeadBytes() {
    return HEAD_BYTES + PayloadLength.extraBytes(PayloadLength.sevenBits(payload.length));
  }

  private void writeHead(ByteBuffer out, int maskedBit) {
    out.put((byte) ((fin ? FIN : 0) | opcode.code()));
    out.put((byte) (maskedBit | PayloadLength.sevenBits(payload.length)));
    PayloadLength.writeExtra(out, payload.length);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Frame frame
        && fin == frame.fin
        && opcode == frame.opcode
        && Arrays.equals(payload, frame.payload);
  }

  @Override
  public int hashCode() {
    return Objects.hash(fin, opcode, Arrays.hashCode(payload));
  }

  /** Shows the payload in hexadecimal; of a long payload, the first bytes. */
  @Override
  public String toString() {
    int shown = Math.min(payload.length, SHOWN_BYTES);
    return "Frame[fin=%s, opcode=%s, payload=%s%s (%d bytes)]"
        .formatted(
            fin,
            opcode,
            HexFormat.of().formatHex(payload, 0, shown),
            shown < payload.length ? "..." : "",
            payload.length);
  }
}
