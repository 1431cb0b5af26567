package dev.lockjaw.websocket;

import static dev.lockjaw.websocket.Bytes.concat;
import static dev.lockjaw.websocket.Bytes.counting;
import static dev.lockjaw.websocket.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The examples of RFC 6455, section 5.7, byte for byte. */
class Rfc6455ExamplesTest {
  private static final int MASKING_KEY = 0x37FA213D;
  private static final byte[] HELLO = ascii("Hello");

  @Test
  void unmaskedText() {
    unmasked(Frame.text("Hello"), hex("81 05 48 65 6c 6c 6f"));
  }

  @Test
  void maskedText() {
    masked(Frame.text("Hello"), hex("81 85 37 fa 21 3d 7f 9f 4d 51 58"));
  }

  @Test
  void fragmentedUnmaskedText() {
    Frame first = new Frame(false, Opcode.TEXT, ascii("Hel"));
    Frame second = new Frame(true, Opcode.CONTINUATION, ascii("lo"));
    byte[] firstBytes = hex("01 03 48 65 6c");
    byte[] secondBytes = hex("80 02 6c 6f");

    assertThat(first.encode()).isEqualTo(firstBytes);
    assertThat(second.encode()).isEqualTo(secondBytes);

    FrameReader reader = new FrameReader(false);
    reader.feed(concat(firstBytes, secondBytes));
    assertThat(reader.next()).isEqualTo(first);
    assertThat(reader.next()).isEqualTo(second);
    assertThat(reader.next()).isNull();
  }

  @Test
  void unmaskedPing() {
    unmasked(Frame.ping(HELLO), hex("89 05 48 65 6c 6c 6f"));
  }

  @Test
  void maskedPong() {
    masked(Frame.pong(HELLO), hex("8a 85 37 fa 21 3d 7f 9f 4d 51 58"));
  }

  @Test
  void binaryOf256Bytes() {
    byte[] data = counting(256);
    unmasked(Frame.binary(data), concat(hex("82 7e 0100"), data));
  }

  @Test
  void binaryOf64KiB() {
    byte[] data = counting(64 * 1024);
    unmasked(Frame.binary(data), concat(hex("82 7f 0000000000010000"), data));
  }

  private static void unmasked(Frame frame, byte[] bytes) {
    assertThat(frame.encode()).isEqualTo(bytes);
    reads(frame, bytes, new FrameReader(false));
  }

  private static void masked(Frame frame, byte[] bytes) {
    assertThat(frame.encodeMasked(MASKING_KEY)).isEqualTo(bytes);
    reads(frame, bytes, new FrameReader(true));
  }

  private static void reads(Frame frame, byte[] bytes, FrameReader reader) {
    reader.feed(bytes);
    assertThat(reader.next()).isEqualTo(frame);
    assertThat(reader.next()).isNull();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
