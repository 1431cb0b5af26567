package dev.lockjaw.session;

import dev.lockjaw.lock.Status;
import dev.lockjaw.transport.Endpoint;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * What scenarios do with a session, whoever made it: Lockjaw of a transport and a strategy ({@link
 * Session}), or a user. Any thread may call any method; whether that is safe is what Lockjaw finds
 * out.
 */
@API(status = API.Status.STABLE)
public interface SessionUnderTest {
  /** Tells it from other sessions of the run. */
  String name();

  /** Sets who takes what is read, and when, if the session can choose. Before any operation. */
  void onReceive(Delivery delivery, Receiver receiver);

  /** Sets where the session waits for its wire, if it can choose. Before any operation. */
  void drive(Driving driving);

  /** The bare endpoint, to establish the session with before threads meet at it. */
  Endpoint endpoint();

  /** Takes the endpoint over, once it is established or is to be established by the session. */
  default void open() {}

  /**
   * Shakes hands before actors begin, on any thread, where the session does that itself; the other
   * end is answered for meanwhile. After {@link #open}.
   */
  default void establish() {}

  /** Whether the session has been freed. */
  boolean closed();

  /**
   * Takes part in the handshake until it is complete.
   *
   * @return OK or CLOSED
   */
  Status handshake();

  /**
   * Sends data, as one record if it fits in one.
   *
   * @param data not to be changed afterwards, as another thread may come to send it
   * @return OK, QUEUED or CLOSED
   */
  Status send(byte[] data);

  /** Runs a send that is more than {@link #send} as the session would run one. */
  Status dispatch(Supplier<Status> send);

  /**
   * Waits for input, reads what there is and delivers it: once, whether or not it held a message.
   *
   * @return OK if something was read, CLOSED if nothing more will be
   */
  Status receive();

  /** Puts an idle tick where the next read will find it, as libdatachannel's poll thread does. */
  void idleTick();

  /**
   * Ends the session. Once is enough; operations that come later answer CLOSED.
   *
   * @return OK, QUEUED if it is left to another thread, or CLOSED if it was freed before
   */
  Status free();

  /** Whether a free was done, or was accepted to be done later. */
  boolean freeAccepted();
}
