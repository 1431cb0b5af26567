package dev.lockjaw.engine;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.result.Act;

/** What a thread may be inside of: a call of an engine's or of a socket's. */
public enum Call {
  WRAP("wrap", OperationKind.WRITE),
  UNWRAP("unwrap", OperationKind.READ),
  CLOSE_OUTBOUND("close engine", OperationKind.WRITE),
  DELEGATED_TASK("delegated task", OperationKind.HANDSHAKE),
  START_HANDSHAKE("handshake", OperationKind.HANDSHAKE),
  READ("read", OperationKind.READ),
  WRITE("write", OperationKind.WRITE),
  CLOSE("close", OperationKind.FREE);

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

  /** As it reads in a sentence. */
  public String text() {
    return text;
  }

  /** The scheduling point before it. */
  public Act entering() {
    return entering;
  }

  /** The scheduling point at its end. */
  public Act leaving() {
    return leaving;
  }

  /** What it does to a session. */
  public OperationKind kind() {
    return kind;
  }

  /** Whether it may wait for the peer, and so for as long as that likes. */
  public boolean waitsForPeer() {
    return this == READ || this == WRITE || this == START_HANDSHAKE || this == CLOSE;
  }
}
