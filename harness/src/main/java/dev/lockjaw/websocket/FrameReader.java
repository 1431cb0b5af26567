package dev.lockjaw.websocket;

import java.nio.ByteBuffer;
import org.apiguardian.api.API;

/**
 * Decodes frames from a byte stream that arrives in pieces of any size (RFC 6455, section 5). No
 * extension is negotiated. Returns a fragmented message fragment by fragment, after a check of
 * their order. The caller joins the fragments, and checks that text and close reasons are UTF-8.
 *
 * <p>Reports a violation once the frames before it have been returned, and as soon as enough of the
 * offending head has arrived to detect it. Every later call reports it again: a failed connection
 * stays failed.
 *
 * <p>One thread at a time may use it.
 */
@API(status = API.Status.STABLE)
public final class FrameReader {
  /** The default limit of a frame's payload, in bytes. */
  public static final int DEFAULT_MAX_PAYLOAD = 1 << 20;

  private static final int RESERVED = 0x70;
  private static final int OPCODE = 0x0F;
  private static final int SEVEN_BITS = 0x7F;

  private final boolean expectMasked;
  private final int maxPayload;
  private final ReceiveBuffer received = new ReceiveBuffer();
  private boolean insideMessage;

  /**
   * With the default limit of a payload.
   *
   * @param expectMasked true in a server, whose client must mask; false in a client, whose server
   *     must not
   */
  public FrameReader(boolean expectMasked) {
    this(expectMasked, DEFAULT_MAX_PAYLOAD);
  }

  /**
   * @param expectMasked true in a server, whose client must mask; false in a client, whose server
   *     must not
   * @param maxPayload the longest payload accepted in one frame, in bytes
   * @throws IllegalArgumentException if the maximum is negative
   */
  public FrameReader(boolean expectMasked, int maxPayload) {
    if (maxPayload < 0) {
      throw new IllegalArgumentException("Maximum payload " + maxPayload + " is negative");
    }
    this.expectMasked = expectMasked;
    this.maxPayload = maxPayload;
  }

  /**
   * Adds a copy of received bytes. The reader keeps them without limit until {@link #next} takes
   * them, so call that until it returns null before feeding more.
   */
  public void feed(byte[] data) {
    received.add(data);
  }

  /**
   * The next frame, or null if it is not complete yet.
   *
   * @throws WebSocketException if the peer broke a rule: with close code 1009 if the payload is
   *     longer than the maximum, otherwise with 1002
   */
  public Frame next() {
    ByteBuffer in = received.view();
    if (!in.hasRemaining()) {
      return null;
    }
    int first = in.get();
    Opcode opcode = opcode(first);
    boolean fin = (first & Frame.FIN) != 0;
    checkFragmentation(opcode, fin);

    if (!in.hasRemaining()) {
      return null;
    }
    int second = in.get();
    checkMasking((second & Frame.MASKED) != 0);
    int sevenBits = second & SEVEN_BITS;
    checkControlLength(opcode, sevenBits);

    if (in.remaining() < PayloadLength.extraBytes(sevenBits)) {
      return null;
    }
    long length = PayloadLength.readExtra(in, sevenBits);
    checkMaximum(length);

    if (in.remaining() < (expectMasked ? Masking.KEY_BYTES : 0) + length) {
      return null;
    }
    int maskingKey = expectMasked ? in.getInt() : 0;
    byte[] payload = new byte[(int) length];
    in.get(payload);
    Masking.apply(payload, maskingKey);

    received.takeUpTo(in);
    if (!opcode.isControl()) {
      insideMessage = !fin;
    }
    return new Frame(fin, opcode, payload);
  }

  private static Opcode opcode(int first) {
    if ((first & RESERVED) != 0) {
      throw WebSocketException.protocolError("Reserved bit set, but no extension negotiated");
    }
    return Opcode.of(first & OPCODE);
  }

  private void checkFragmentation(Opcode opcode, boolean fin) {
    if (opcode.isControl()) {
      if (!fin) {
        throw WebSocketException.protocolError(opcode + " is fragmented");
      }
    } else if (opcode == Opcode.CONTINUATION && !insideMessage) {
      throw WebSocketException.protocolError("CONTINUATION of no message");
    } else if (opcode != Opcode.CONTINUATION && insideMessage) {
      throw WebSocketException.protocolError(opcode + " inside a fragmented message");
    }
  }

  private void checkMasking(boolean masked) {
    if (masked != expectMasked) {
      throw WebSocketException.protocolError(
          masked ? "Masked frame from a server" : "Unmasked frame from a client");
    }
  }

  private static void checkControlLength(Opcode opcode, int sevenBits) {
    if (opcode.isControl() && sevenBits > PayloadLength.SHORT_MAX) {
      throw WebSocketException.protocolError(
          opcode + " is longer than " + PayloadLength.SHORT_MAX + " bytes");
    }
    if (opcode == Opcode.CLOSE && sevenBits == 1) {
      throw WebSocketException.protocolError("CLOSE with one byte of a two-byte status code");
    }
  }

  private void checkMaximum(long length) {
    if (length > maxPayload) {
      throw new WebSocketException(
          CloseCode.TOO_BIG, "Payload of " + length + " bytes, more than " + maxPayload);
    }
  }
}
