package dev.lockjaw.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import org.apiguardian.api.API;

/**
 * One end of a TLS session, exactly as the stack provides it: no lock, no check that it is still
 * alive. The transport's {@link ThreadContract} says how many threads may call it at a time.
 */
@API(status = API.Status.STABLE)
public interface Endpoint {
  /**
   * Takes the handshake as far as the available input allows.
   *
   * @return whether it is complete
   * @throws IOException if the handshake fails or the connection is closed
   */
  boolean handshake() throws IOException;

  /**
   * Reads and decrypts. Asks for input at most once, and only when no decrypted bytes are left.
   *
   * @return the number of plaintext bytes, 0 if the available input held none, -1 once the peer has
   *     closed
   * @throws IOException if the stack rejects the input, or the connection fails
   */
  int read(ByteBuffer into) throws IOException;

  /**
   * Encrypts all of {@code from} and sends it, after any message that the stack itself owes the
   * peer.
   */
  void write(ByteBuffer from) throws IOException;

  /**
   * Whether the stack has a message of its own to send, such as the answer to a KeyUpdate. The next
   * {@link #write} sends it, even if it has no data.
   */
  boolean owesOutput();

  /** Asks the peer for fresh keys, as TLS 1.3's KeyUpdate does. Sends the request at once. */
  void requestKeyUpdate() throws IOException;

  /**
   * What the stack answers to its status calls: how far the handshake is, TLS version, cipher
   * suite, and the like. It changes nothing. Empty if the stack has no such calls.
   */
  default String status() {
    return "";
  }

  /** Sends a close_notify and frees all resources. The endpoint can't be used afterwards. */
  void free() throws IOException;

  /** The engine underneath, for code that drives one itself; empty if there is none. */
  default Optional<SSLEngine> engine() {
    return Optional.empty();
  }

  /**
   * A context whose sockets and engines speak the protocol of this end, and trust the other one. It
   * resumes sessions if the engine does. Empty if there is none.
   */
  default Optional<SSLContext> context() {
    return Optional.empty();
  }

  /**
   * Frees what is still held outside the Java heap, without a message to the peer. Does nothing
   * after {@link #free}. It is for a session that a run has left behind: no thread may be inside or
   * enter later. Repeated calls do no harm.
   */
  default void discard() {}
}
