package dev.lockjaw.session;

import org.apiguardian.api.API;

/** The receive callback of a session, called on the thread that receives. */
@API(status = API.Status.STABLE)
public interface Receiver {
  /**
   * Takes a record's plaintext.
   *
   * @param data now owned by the receiver
   */
  void received(byte[] data);

  /** No input for a while: libdatachannel's zero-length message. */
  default void idle() {}
}
