package dev.lockjaw.adapter;

import org.apiguardian.api.API;

/** An operation that only some sessions have, and that some scenarios need. */
@API(status = API.Status.STABLE)
public enum Hook {
  /** {@link UserSession#handshake}, called by several threads at a time. */
  HANDSHAKE("handshake"),
  /** {@link UserSession#receive}, called by several threads at a time. */
  READERS("several readers"),
  /**
   * {@link UserSession#free} returns although the peer reads nothing and the wire is full. A free
   * that first sends its close alert waits for the peer, as that of the JDK's sockets does.
   */
  PROMPT_FREE("prompt free"),
  /** {@link UserSession#idle}, called by the thread that receives. */
  IDLE_TICK("idle tick"),
  /** {@link UserSession#status}, called by any thread. */
  STATUS("status");

  private final String text;

  Hook(String text) {
    this.text = text;
  }

  /** As it reads in a sentence. */
  public String text() {
    return text;
  }
}
