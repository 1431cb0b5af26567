package dev.lockjaw.websocket;

import static dev.lockjaw.websocket.Bytes.concat;
import static dev.lockjaw.websocket.Bytes.counting;
import static dev.lockjaw.websocket.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The size of the pieces in which the stream arrives does not matter. */
class FrameReaderFeedingTest {
  private static final int MASKING_KEY = 0x80FF017F;

  @Test
  void hasNoFrameBeforeTheFirstByte() {
    FrameReader reader = new FrameReader(true);
    reader.feed(new byte[0]);

    assertThat(reader.next()).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 125, 126, 127, 255, 256, 65535, 65536})
  void completesWithTheLastByteAndNotBefore(int length) {
    Frame frame = Frame.binary(counting(length));

    oneByOne(frame, frame.encode(), new FrameReader(false));
    oneByOne(frame, frame.encodeMasked(MASKING_KEY), new FrameReader(true));
  }

  private static void oneByOne(Frame frame, byte[] bytes, FrameReader reader) {
    for (int i = 0; i < bytes.length - 1; i++) {
      reader.feed(new byte[] {bytes[i]});
      assertThat(reader.next()).isNull();
    }
    reader.feed(new byte[] {bytes[bytes.length - 1]});
    assertThat(reader.next()).isEqualTo(frame);
    assertThat(reader.next()).isNull();
  }

  @Test
  void returnsAllFramesOfOnePiece() {
    FrameReader reader = new FrameReader(false);
    reader.feed(
        concat(
            Frame.text("one").encode(),
            Frame.ping(new byte[0]).encode(),
            Frame.close(1000, "").encode(),
            hex("81")));

    assertThat(reader.next()).isEqualTo(Frame.text("one"));
    assertThat(reader.next()).isEqualTo(Frame.ping(new byte[0]));
    assertThat(reader.next()).isEqualTo(Frame.close(1000, ""));
    assertThat(reader.next()).isNull();

    reader.feed(hex("00"));
    assertThat(reader.next()).isEqualTo(Frame.text(""));
  }

  @Test
  void takesControlFramesBetweenFragments() {
    Frame first = new Frame(false, Opcode.BINARY, new byte[] {1});
    Frame middle = new Frame(false, Opcode.CONTINUATION, new byte[0]);
    Frame last = new Frame(true, Opcode.CONTINUATION, new byte[] {2});
    Frame[] frames = {
      first, Frame.ping(new byte[] {3}), middle, Frame.pong(new byte[0]), last, Frame.text("next")
    };
    FrameReader reader = new FrameReader(false);

    for (Frame frame : frames) {
      reader.feed(frame.encode());
      assertThat(reader.next()).isEqualTo(frame);
    }
  }

  @Test
  void takesAnEmptyCloseFrame() {
    FrameReader reader = new FrameReader(false);
    reader.feed(hex("88 00"));

    assertThat(reader.next()).isEqualTo(new Frame(true, Opcode.CLOSE, new byte[0]));
  }

  @Test
  void copiesTheBytesItIsFed() {
    byte[] bytes = Frame.text("a").encode();
    FrameReader reader = new FrameReader(false);
    reader.feed(bytes);
    bytes[2] = 'b';

    assertThat(reader.next()).isEqualTo(Frame.text("a"));
  }
}
