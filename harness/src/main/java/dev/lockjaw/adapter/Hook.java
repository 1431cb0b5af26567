package dev.lockjaw.adapter;

/**
 * Something that some sessions do, and that some scenarios need.
 *
 * @apiNote part of the stable interface, see CONTRIBUTING.md
 */
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
