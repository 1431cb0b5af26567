package dev.lockjaw.transport;

import java.io.IOException;
import org.apiguardian.api.API;

/**
 * A TLS stack that is ready to make sessions of one protocol version. The sessions trust each
 * other. It holds what they share (contexts, certificates, session caches), so that a fresh session
 * is as cheap as the stack allows. One thread at a time may use it; other threads may use its
 * endpoints.
 */
@API(status = API.Status.STABLE)
public interface Tls {
  /** A client that resumes an earlier session if it can. */
  Endpoint client(Io io) throws IOException;

  /** A client that runs the full handshake, the same way every time. */
  default Endpoint freshClient(Io io) throws IOException {
    return client(io);
  }

  Endpoint server(Io io) throws IOException;
}
