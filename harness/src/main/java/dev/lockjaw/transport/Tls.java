package dev.lockjaw.transport;

import java.io.IOException;
import org.apiguardian.api.API;

/**
 * A TLS stack, ready to make sessions of one protocol version that trust each other. Holds what
 * sessions share (contexts, certificates, session caches), so that a fresh session is as cheap as
 * the stack allows. Used by one thread at a time; its endpoints may be used by others.
 */
@API(status = API.Status.STABLE)
public interface Tls {
  /** A client, which resumes an earlier session if it can. */
  Endpoint client(Io io) throws IOException;

  /** A client that makes the whole handshake, the same way every time. */
  default Endpoint freshClient(Io io) throws IOException {
    return client(io);
  }

  Endpoint server(Io io) throws IOException;
}
