package dev.lockjaw.engine;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.result.Act;

/** The calls of a TLS engine or socket that are watched. */
public enum Call {
  WRAP("wrap", OperationKind.WRITE),
  UNWRAP("unwrap", OperationKind.READ),
  CLOSE_OUTBOUND("close engine", OperationKind.WRITE),
  DELEGATED_TASK("delegated task", OperationKind.HANDSHAKE),
  START_HANDSHAKE("handshake", OperationKind.HANDSHAKE),
  READ("read", OperationKind.READ),
  WRITE("write", OperationKind.WRITE),
  CLOSE("close", OperationKind.FREE),
  BEGIN_HANDSHAKE("begin handshake", OperationKind.HANDSHAKE),
  CLOSE_INBOUND("close inbound", OperationKind.READ),
  STATUS("a status query", OperationKind.READ);

  private final String text;
  private final Act entering;
  private final Act leaving;
  private final OperationKind kind;

  Call(String text, OperationKind kind) {
    this.text = text;
    this.entering = Act.of(Act.Kind.ENTER, text, "enter " + text);
    this.leaving = Act.of(Act.Kind.LEAVE, text, "leave " + text);
    this.kind = kind;
  }

  /** The call as it reads in a sentence. */
  public String text() {
    return text;
  }

  /** The step before the call. */
  public Act entering() {
    return entering;
  }

  /** The step at the end of the call. */
  public Act leaving() {
    return leaving;
  }

  /** The operation that the call performs on a session. */
  public OperationKind kind() {
    return kind;
  }

  /** Whether the call may wait for the peer, for any time. */
  public boolean waitsForPeer() {
    return this == READ || this == WRITE || this == START_HANDSHAKE || this == CLOSE;
  }
}
