package dev.lockjaw.transport.bc;

import java.io.IOException;

/** What {@link BouncyCastleEndpoint} needs of a session beyond Bouncy Castle's public methods. */
interface KeyUpdating {
  /** Starts the handshake. The client makes its first message. */
  void start() throws IOException;

  /**
   * Whether the peer has asked for an update of our keys that is not sent yet. The reading side
   * sets it, the writing side clears it.
   */
  boolean owesKeyUpdate();

  /** Queues a KeyUpdate for output. Only for the writing side. */
  void sendKeyUpdate(boolean requestAnother) throws IOException;
}
