package dev.lockjaw.transport.bc;

import java.io.IOException;

/** What {@link BouncyCastleEndpoint} needs of a session beyond Bouncy Castle's public methods. */
interface KeyUpdating {
  /** Starts the handshake; the client makes its first message. */
  void start() throws IOException;

  /**
   * Whether the peer asked for our keys to be updated too and that is still to be done. Set by the
   * reading side, cleared by the writing side.
   */
  boolean owesKeyUpdate();

  /** Makes a KeyUpdate for the output queue. The writing side's. */
  void sendKeyUpdate(boolean requestAnother) throws IOException;
}
