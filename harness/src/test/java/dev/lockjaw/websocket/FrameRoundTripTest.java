package dev.lockjaw.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random valid streams, cut at random, decode to the frames that were encoded. */
class FrameRoundTripTest {
  private static final long SEED = 6455;
  private static final int STREAMS = 200;
  private static final int[] LENGTH_BOUNDS = {1, 126, 1_000, 70_000};

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void decodedFramesEqualTheEncodedOnes(boolean masked) {
    for (int i = 0; i < STREAMS; i++) {
      List<Frame> frames = frames();
      assertThat(decode(encode(frames, masked), masked)).as("stream %d", i).isEqualTo(frames);
    }
  }

  private List<Frame> frames() {
    List<Frame> frames = new ArrayList<>();
    boolean insideMessage = false;
    int count = 1 + random.nextInt(20);
    while (frames.size() < count) {
      if (random.nextInt(3) == 0) {
        frames.add(controlFrame());
      } else {
        boolean fin = random.nextBoolean();
        frames.add(new Frame(fin, dataOpcode(insideMessage), payload()));
        insideMessage = !fin;
      }
    }
    return frames;
  }

  private Frame controlFrame() {
    byte[] payload = bytes(random.nextInt(124));
    return switch (random.nextInt(3)) {
      case 0 -> Frame.ping(payload);
      case 1 -> Frame.pong(payload);
      default -> Frame.close(3000 + random.nextInt(2000), "x".repeat(payload.length));
    };
  }

  private Opcode dataOpcode(boolean insideMessage) {
    if (insideMessage) {
      return Opcode.CONTINUATION;
    }
    return random.nextBoolean() ? Opcode.TEXT : Opcode.BINARY;
  }

  private byte[] payload() {
    return bytes(random.nextInt(LENGTH_BOUNDS[random.nextInt(LENGTH_BOUNDS.length)]));
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }

  private byte[] encode(List<Frame> frames, boolean masked) {
    ByteArrayOutputStream stream = new ByteArrayOutputStream();
    for (Frame frame : frames) {
      stream.writeBytes(masked ? frame.encodeMasked(random.nextInt()) : frame.encode());
    }
    return stream.toByteArray();
  }

  private List<Frame> decode(byte[] stream, boolean masked) {
    FrameReader reader = new FrameReader(masked);
    List<Frame> frames = new ArrayList<>();
    int largestPiece = 1 << random.nextInt(17);
    int from = 0;
    while (from < stream.length) {
      int to = Math.min(stream.length, from + 1 + random.nextInt(largestPiece));
      reader.feed(Arrays.copyOfRange(stream, from, to));
      from = to;
      // Sometimes let several pieces pile up.
      if (random.nextInt(4) != 0 || from == stream.length) {
        for (Frame frame = reader.next(); frame != null; frame = reader.next()) {
          frames.add(frame);
        }
      }
    }
    return frames;
  }
}
