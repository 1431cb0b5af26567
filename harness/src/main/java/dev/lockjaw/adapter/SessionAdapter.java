package dev.lockjaw.adapter;

import dev.lockjaw.lock.Locking;
import dev.lockjaw.session.Driving;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Opens your sessions, so that Lockjaw can test how they lock. A JUnit test class is one by {@link
 * dev.lockjaw.junit.LockjawTest}. The command line finds adapters by {@link
 * java.util.ServiceLoader} in the jars of {@code --plugin}.
 *
 * <pre>{@code
 * public final class Links implements SessionAdapter {
 *   public UserSession open(Opening with) {
 *     ByteChannel tls = with.tls();
 *     return UserSession.of(
 *         data -> tls.write(ByteBuffer.wrap(data)),
 *         () -> {
 *           ByteBuffer data = ByteBuffer.allocate(16 * 1024);
 *           if (tls.read(data) > 0) {
 *             with.received(data.flip());
 *           }
 *         },
 *         tls::close);
 *   }
 * }
 * }</pre>
 *
 * <p>Adapters are stateless: each interleaving opens sessions of its own.
 */
@API(status = API.Status.STABLE)
public interface SessionAdapter extends Locking {
  /** The name in results and in tokens; by default the simple name of the class. */
  @Override
  default String id() {
    return getClass().getSimpleName();
  }

  @Override
  default String description() {
    return "sessions of " + getClass().getName();
  }

  /**
   * Makes a session over a connection. Called by one thread, before the threads of the scenario
   * begin.
   *
   * @throws MisfitException if no session can be made over this connection; the cell is skipped
   * @throws Exception if the session refuses; Lockjaw reports an error, not a finding
   */
  UserSession open(Opening with) throws Exception;

  /**
   * What the sessions can do beyond sending, receiving and freeing. Scenarios that need more are
   * skipped.
   */
  default Set<Hook> hooks() {
    return Set.of();
  }

  /**
   * Whether the sessions perform the TLS handshake themselves, as those of most libraries do. If
   * so, each gets a fresh engine, and {@link UserSession#handshake} is called once after {@link
   * #open}, before the threads of the scenario begin; the peer answers. If not, the connection is
   * established before {@link #open}.
   */
  default boolean shakesHands() {
    return false;
  }

  /**
   * How the channels of an {@link Opening} wait. By default they block inside a call, as a socket
   * does. {@link Driving#NON_BLOCKING} is for sessions that a selector drives: a read returns 0 if
   * nothing has arrived, and {@link UserSession#receive} is called when there is input. A write
   * takes all bytes; those that find no room are sent later, while none of your locks is held.
   */
  default Driving driving() {
    return Driving.BLOCKING;
  }
}
