package dev.lockjaw.transport;

import java.io.IOException;
import java.util.Optional;

/** A real TLS stack. Found by {@link java.util.ServiceLoader}; stateless. */
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
