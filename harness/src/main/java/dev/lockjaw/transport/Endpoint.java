package dev.lockjaw.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import org.apiguardian.api.API;

/**
 * One end of a TLS session, as the stack gives it: no lock, no check that it is still alive. How
 * many threads may call it at a time is the transport's {@link ThreadContract}.
 */
@API(status = API.Status.STABLE)
public interface Endpoint {
  /**
   * Takes the handshake as far as it will go on the input there is.
   *
   * @return whether it is complete
   */
  boolean handshake() throws IOException;

  /**
   * Reads and decrypts. Input is asked for once at the most, and only when nothing decrypted is
   * left.
   *
   * @return the number of plaintext bytes, 0 if the input there was held none, -1 once the peer has
   *     closed
   */
  int read(ByteBuffer into) throws IOException;

  /** Encrypts all of {@code from} and sends it, after whatever the stack owes the peer itself. */
  void write(ByteBuffer from) throws IOException;

  /**
   * Whether the stack has a message of its own to send (the answer to a KeyUpdate, say), which the
   * next {@link #write}, even of nothing, will do.
   */
  boolean owesOutput();

  /** Asks the peer for fresh keys, as TLS 1.3's KeyUpdate does. Sent at once. */
  void requestKeyUpdate() throws IOException;

  /** Says goodbye to the peer and gives everything back. The endpoint is of no use afterwards. */
  void free() throws IOException;

  /** The engine underneath, for code that drives one itself; empty if there is none. */
  default Optional<SSLEngine> engine() {
    return Optional.empty();
  }

  /**
   * Gives back what is still held outside of the Java heap, without a word to the peer; nothing
   * after {@link #free}. For a session that a run has left behind: no thread may be inside or come
   * back. Once is enough, more often does no harm.
   */
  default void discard() {}
}
