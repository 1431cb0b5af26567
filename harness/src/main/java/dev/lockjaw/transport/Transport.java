package dev.lockjaw.transport;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/** A real TLS stack. Found by {@link java.util.ServiceLoader}; stateless. */
@API(status = API.Status.STABLE)
public interface Transport {
  /** The name on the command line, in results and in tokens. */
  String id();

  /** What it is, in a few words, with the version of what would run. */
  String description();

  ThreadContract contract();

  /** Who says so. */
  String contractSource();

  /** Why it can't be used on this machine and what would help; empty if it can. */
  default Optional<String> unavailable() {
    return Optional.empty();
  }

  /** The versions that {@link #open} takes. */
  default Set<Protocol> protocols() {
    return EnumSet.allOf(Protocol.class);
  }

  /** Whether {@link Endpoint#requestKeyUpdate} works in TLS 1.3; else it is unsupported. */
  default boolean updatesKeys() {
    return true;
  }

  /**
   * Whether the process lives on when an endpoint is used after {@link Endpoint#free} or by more
   * threads than {@link #contract} allows. Native code may crash it, or corrupt its heap and crash
   * it later; such misuse belongs in a child process.
   */
  default boolean survivesMisuse() {
    return true;
  }

  /**
   * Whether a run that names no transport drives this one. Not all of those that come with Lockjaw
   * are, so that such a run takes well under a minute and needs nothing that may be missing.
   */
  default boolean byDefault() {
    return true;
  }

  /** Place in lists, low first. */
  default int order() {
    return 1000;
  }

  /**
   * Makes the stack ready. Takes from milliseconds to a second.
   *
   * @throws IOException if the stack refuses, for instance because it lacks the protocol
   */
  Tls open(Protocol protocol) throws IOException;
}
