package dev.lockjaw.session;

import dev.lockjaw.lock.Status;
import dev.lockjaw.transport.Endpoint;
import java.util.function.Supplier;
import org.apiguardian.api.API;

/**
 * What scenarios do with a session. Lockjaw makes the session from a transport and a strategy
 * ({@link Session}), or a user provides it. Any thread may call any method; whether that is safe is
 * what Lockjaw finds out.
 */
@API(status = API.Status.STABLE)
public interface SessionUnderTest {
  /** Its name, unique among the sessions of the run. */
  String name();

  /**
   * Sets the receiver and when it is called, if the session can choose. Call before any operation.
   */
  void onReceive(Delivery delivery, Receiver receiver);

  /** Sets where the session waits for its wire, if it can choose. Call before any operation. */
  void drive(Driving driving);

  /** The bare endpoint, on which the handshake can run before threads meet at the session. */
  Endpoint endpoint();

  /** Hands the endpoint to the session. Its handshake is complete, or the session will run it. */
  default void open() {}

  /**
   * Runs the handshake before actors begin, if the session does that itself. Any thread may call
   * it, after {@link #open}. The caller drives the other end meanwhile.
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
   * @param data must not be changed afterwards, because another thread may send it later
   * @return OK, QUEUED or CLOSED
   */
  Status send(byte[] data);

  /**
   * Runs a larger send, such as one under a lock of the application, as the session runs {@link
   * #send}.
   */
  Status dispatch(Supplier<Status> send);

  /**
   * Waits for input, reads what there is, and delivers it. Returns after one delivery attempt,
   * whether or not it held a message.
   *
   * @return OK if something was read, CLOSED if no more will arrive
   */
  Status receive();

  /**
   * Asks the session what it knows of its connection, by its getters.
   *
   * @return OK, or CLOSED if it has been freed
   * @throws UnsupportedOperationException if it has no getters
   */
  default Status queryStatus() {
    throw new UnsupportedOperationException("status");
  }

  /** Queues an idle tick for the next read, as libdatachannel's poll thread does. */
  void idleTick();

  /**
   * Ends the session. One call is enough; later operations return CLOSED.
   *
   * @return OK, QUEUED if it is left to another thread, or CLOSED if the session was freed before
   */
  Status free();

  /** Whether a free was done, or accepted for later. */
  boolean freeAccepted();
}
