package dev.lockjaw.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apiguardian.api.API;

/**
 * How a TLS stack reaches the network: the BIO of OpenSSL, {@code f_send} and {@code f_recv} of
 * mbedTLS. The stack calls it from inside {@link Endpoint#read}, {@link Endpoint#write} and {@link
 * Endpoint#handshake}, on the calling thread. It may block, and it may call back into the session,
 * as libdatachannel's does.
 */
@API(status = API.Status.STABLE)
public interface Io {
  /**
   * Reads the bytes that have arrived.
   *
   * @return the number of bytes, 0 if there are none yet, -1 at the end of input
   */
  int read(ByteBuffer into) throws IOException;

  /**
   * Takes all of {@code from}, at once or by blocking until there is room.
   *
   * @throws IOException if the connection has been closed
   */
  void write(ByteBuffer from) throws IOException;
}
