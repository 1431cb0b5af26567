package dev.lockjaw.transport;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * A real TLS stack. {@link java.util.ServiceLoader} finds its implementations, in a jar of {@code
 * --plugin} too. They are stateless.
 *
 * <pre>{@code
 * public abstract class AcmeTransport implements Transport {
 *   public String id() {
 *     return "acme";
 *   }
 *
 *   public String description() {
 *     return "Acme TLS 4.2";
 *   }
 *
 *   public ThreadContract contract() {
 *     return ThreadContract.SERIAL;
 *   }
 *
 *   public String contractSource() {
 *     return "Acme's manual, section Threads: one thread at a time per session";
 *   }
 *
 *   public Tls open(Protocol protocol) {
 *     return new Tls() {
 *       public Endpoint client(Io io) {
 *         return endpoint(protocol, true, io);
 *       }
 *
 *       public Endpoint server(Io io) {
 *         return endpoint(protocol, false, io);
 *       }
 *     };
 *   }
 *
 *   // Calls the stack, which reads and writes its records through io.
 *   abstract Endpoint endpoint(Protocol protocol, boolean client, Io io);
 * }
 * }</pre>
 */
@API(status = API.Status.STABLE)
public interface Transport {
  /** The name on the command line, in results and in tokens. */
  String id();

  /** A few words with the version that would run. */
  String description();

  ThreadContract contract();

  /** The source of the thread contract: a document, or the stack's own code. */
  String contractSource();

  /** The reason why it can't be used on this machine, and what would help; empty if it can. */
  default Optional<String> unavailable() {
    return Optional.empty();
  }

  /** The versions that {@link #open} accepts. */
  default Set<Protocol> protocols() {
    return EnumSet.allOf(Protocol.class);
  }

  /** Whether {@link Endpoint#requestKeyUpdate} works in TLS 1.3. If not, it throws. */
  default boolean updatesKeys() {
    return true;
  }

  /**
   * Whether the process survives when an endpoint is used after {@link Endpoint#free}, or by more
   * threads than {@link #contract} allows. Native code may crash the process, or corrupt its heap
   * and crash it later. Such misuse belongs in a child process.
   */
  default boolean survivesMisuse() {
    return true;
  }

  /**
   * Whether a run without {@code --transport} includes this one. Only some of Lockjaw's transports
   * do, so that such a run takes well under a minute and needs no optional software.
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
   * @throws IOException if the stack refuses, for example because it lacks the protocol
   */
  Tls open(Protocol protocol) throws IOException;
}
