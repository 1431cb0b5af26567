package dev.lockjaw.session;

import org.apiguardian.api.API;

/** The receive callback of a session, called on the thread that receives. */
@API(status = API.Status.STABLE)
public interface Receiver {
  /**
   * Takes a record's plaintext.
   *
   * @param data the receiver's to keep
   */
  void received(byte[] data);

  /** Nothing has come in for a while: libdatachannel's zero-length message. */
  default void idle() {}
}
