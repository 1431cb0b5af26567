package dev.lockjaw.websocket;

import static dev.lockjaw.websocket.Bytes.hex;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every violation, its close code, and the earliest byte at which it can be detected. */
class FrameReaderViolationsTest {
  private final FrameReader client = new FrameReader(false);
  private final FrameReader server = new FrameReader(true);

  @Test
  void aServerNeedsMaskedFrames() {
    server.feed(hex("81 05"));

    assertFails(server, 1002, "Unmasked frame from a client");
  }

  @Test
  void aServerNeedsMaskedFramesEvenIfEmpty() {
    server.feed(hex("89 00"));

    assertFails(server, 1002, "Unmasked frame from a client");
  }

  @Test
  void aClientNeedsUnmaskedFrames() {
    client.feed(hex("81 85"));

    assertFails(client, 1002, "Masked frame from a server");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c1", "a1", "91", "f1", "c0", "c9"})
  void reservedBitsAreZero(String first) {
    client.feed(hex(first));

    assertFails(client, 1002, "Reserved bit");
  }

  @ParameterizedTest
  @ValueSource(strings = {"83", "84", "85", "86", "87", "8b", "8c", "8d", "8e", "8f", "03"})
  void reservedOpcodesAreRejected(String first) {
    client.feed(hex(first));

    assertFails(client, 1002, "Reserved opcode 0x" + first.charAt(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "82 7e 0000",
        "82 7e 007d",
        "82 7f 0000000000000000",
        "82 7f 000000000000007d",
        "82 7f 000000000000007e",
        "82 7f 000000000000ffff"
      })
  void lengthsAreInTheirShortestForm(String head) {
    client.feed(hex(head));

    assertFails(client, 1002, "shortest form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"82 7f 8000000000000000", "82 7f ffffffffffffffff"})
  void lengthsHave63Bits(String head) {
    client.feed(hex(head));

    assertFails(client, 1002, "does not fit into 63 bits");
  }

  @ParameterizedTest
  @CsvSource({"08, CLOSE", "09, PING", "0a, PONG"})
  void controlFramesAreNotFragmented(String first, String opcode) {
    client.feed(hex(first));

    assertFails(client, 1002, opcode + " is fragmented");
  }

  @ParameterizedTest
  @CsvSource({"88 7e, CLOSE", "89 7e, PING", "8a 7e, PONG", "89 7f, PING"})
  void controlFramesAreShort(String head, String opcode) {
    client.feed(hex(head));

    assertFails(client, 1002, opcode + " is longer than 125 bytes");
  }

  @Test
  void aCloseFrameHasAWholeStatusCode() {
    client.feed(hex("88 01"));

    assertFails(client, 1002, "status code");
  }

  @ParameterizedTest
  @ValueSource(strings = {"80", "00"})
  void aMessageDoesNotBeginWithAContinuation(String first) {
    client.feed(hex(first));

    assertFails(client, 1002, "CONTINUATION of no message");
  }

  @Test
  void aMessageIsNotContinuedAfterItsLastFragment() {
    client.feed(hex("01 00  00 00  80 00  80 00"));
    client.next();
    client.next();
    client.next();

    assertFails(client, 1002, "CONTINUATION of no message");
  }

  @ParameterizedTest
  @CsvSource({"81, TEXT", "01, TEXT", "82, BINARY", "02, BINARY"})
  void messagesDoNotMix(String first, String opcode) {
    client.feed(hex("01 00  00 00  89 00" + first));
    client.next();
    client.next();
    client.next();

    assertFails(client, 1002, opcode + " inside a fragmented message");
  }

  @Test
  void aControlFrameDoesNotBeginAMessage() {
    client.feed(hex("89 00  80 00"));
    client.next();

    assertFails(client, 1002, "CONTINUATION of no message");
  }

  @Test
  void payloadsAreUpToOneMebibyteByDefault() {
    client.feed(hex("82 7f 0000000000100000"));
    assertThat(client.next()).isNull();
    client.feed(new byte[1 << 20]);
    assertThat(client.next().payload()).hasSize(1 << 20);

    client.feed(hex("82 7f 0000000000100001"));
    assertFails(client, 1009, "Payload of 1048577 bytes, more than 1048576");
  }

  @Test
  void theLongestLengthIsTooBigButNotMalformed() {
    client.feed(hex("82 7f 7fffffffffffffff"));

    assertFails(client, 1009, "Payload of 9223372036854775807 bytes");
  }

  @Test
  void theMaximumPayloadCanBeConfigured() {
    FrameReader reader = new FrameReader(false, 3);
    reader.feed(hex("82 03 010203  82 04"));

    assertThat(reader.next()).isEqualTo(Frame.binary(new byte[] {1, 2, 3}));
    assertFails(reader, 1009, "Payload of 4 bytes, more than 3");
  }

  @Test
  void theMaximumPayloadIsNotNegative() {
    assertThatIllegalArgumentException().isThrownBy(() -> new FrameReader(false, -1));
  }

  @Test
  void framesBeforeAViolationAreReturned() {
    client.feed(hex("81 02 6869  c1 00"));

    assertThat(client.next()).isEqualTo(Frame.text("hi"));
    assertFails(client, 1002, "Reserved bit");
  }

  @Test
  void aViolationIsReportedAgain() {
    client.feed(hex("c1"));
    assertFails(client, 1002, "Reserved bit");

    client.feed(Frame.text("hi").encode());

    assertFails(client, 1002, "Reserved bit");
  }

  private static void assertFails(FrameReader reader, int closeCode, String message) {
    WebSocketException failure = catchThrowableOfType(WebSocketException.class, reader::next);
    assertThat(failure).isNotNull().hasMessageContaining(message);
    assertThat(failure.closeCode()).isEqualTo(closeCode);
  }
}
