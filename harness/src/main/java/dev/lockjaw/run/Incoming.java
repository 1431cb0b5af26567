package dev.lockjaw.run;

import dev.lockjaw.lock.Status;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.session.Peer;
import dev.lockjaw.session.Receiver;
import dev.lockjaw.session.SessionUnderTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import org.apiguardian.api.API;

/**
 * Receives what the peer sends to a session, and checks that it arrives whole and in order: all of
 * it, or the part before the session was freed. Reports {@link FindingKind#RECORD_CORRUPTION} and
 * {@link FindingKind#LOST_MESSAGE}.
 */
@API(status = API.Status.STABLE)
public final class Incoming implements Receiver {
  private final SessionUnderTest session;
  private final ByteArrayOutputStream sent = new ByteArrayOutputStream();
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  /** Adds the check to the stage. Make it the session's receiver, too. */
  public Incoming(Stage stage, SessionUnderTest session) {
    this.session = session;
    stage.check(() -> compare(stage));
  }

  /**
   * Makes the peer send a message, before the actors begin.
   *
   * @return this
   * @throws IOException if the peer cannot send
   */
  public Incoming from(Peer peer, byte[] message) throws IOException {
    peer.send(message);
    expect(message);
    return this;
  }

  /** Expects a message that another actor sends. Called before the actors begin. */
  public void expect(byte[] message) {
    sent.writeBytes(message);
  }

  @Override
  public void received(byte[] data) {
    received.writeBytes(data);
  }

  /** Receives until all messages have arrived, or the session is closed. By one actor. */
  public void receiveAll() {
    while (received.size() < sent.size()) {
      if (session.receive() == Status.CLOSED) {
        return;
      }
    }
  }

  private void compare(Stage stage) {
    byte[] due = sent.toByteArray();
    byte[] came = received.toByteArray();
    if (came.length > due.length || !Arrays.equals(came, 0, came.length, due, 0, came.length)) {
      stage.report(
          FindingKind.RECORD_CORRUPTION, session.name() + " received other than was sent to it");
    } else if (came.length < due.length && !session.closed()) {
      stage.report(
          FindingKind.LOST_MESSAGE, session.name() + " did not receive all that was sent to it");
    }
  }
}
