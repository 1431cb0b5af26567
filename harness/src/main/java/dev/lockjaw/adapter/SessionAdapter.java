package dev.lockjaw.adapter;

import dev.lockjaw.lock.Locking;
import dev.lockjaw.session.Driving;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * Opens sessions of your own, so that Lockjaw can test how they lock. A JUnit test class may be
 * one; on the command line they are found by {@link java.util.ServiceLoader}. Stateless: every
 * interleaving opens sessions of its own.
 */
@API(status = API.Status.STABLE)
public interface SessionAdapter extends Locking {
  /** The name of the class, unless it is given another. */
  @Override
  default String id() {
    return getClass().getSimpleName();
  }

  @Override
  default String description() {
    return "sessions of " + getClass().getName();
  }

  /**
   * Makes a session over what it is given. Called before the threads that will meet at it begin.
   */
  UserSession open(Opening with) throws Exception;

  /** What the sessions do that not every session does; scenarios that need more are skipped. */
  default Set<Hook> hooks() {
    return Set.of();
  }

  /**
   * Whether the sessions always shake hands themselves, as those of most libraries do. Then the
   * engine they are given is fresh, and {@link UserSession#handshake} is called once, after {@link
   * #open} and before threads meet at the session; the other end answers. Otherwise sessions are
   * established before they are opened.
   */
  default boolean shakesHands() {
    return false;
  }

  /**
   * How the channels that a session is given wait: inside, as a socket does; or not at all, for
   * sessions that are driven by a selector. Then reading returns 0, {@link UserSession#receive} is
   * called when there is input, and writing takes all there is: what finds no room is sent when
   * there is some, with no lock of yours held.
   */
  default Driving driving() {
    return Driving.BLOCKING;
  }
}
