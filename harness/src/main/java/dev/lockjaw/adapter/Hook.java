package dev.lockjaw.adapter;

import org.apiguardian.api.API;

/** Something that some sessions do, and that some scenarios need. */
@API(status = API.Status.STABLE)
public enum Hook {
  /** {@link UserSession#handshake}, by several threads at a time. */
  HANDSHAKE("handshake"),
  /** {@link UserSession#idle}. */
  IDLE_TICK("idle tick");

  private final String text;

  Hook(String text) {
    this.text = text;
  }

  /** As it reads in a sentence. */
  public String text() {
    return text;
  }
}
