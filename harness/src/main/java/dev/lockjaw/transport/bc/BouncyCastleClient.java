package dev.lockjaw.transport.bc;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.bouncycastle.tls.KeyUpdateRequest;
import org.bouncycastle.tls.TlsClientProtocol;

/**
 * Bouncy Castle's non-blocking client with access to its KeyUpdate: its methods are protected, and
 * its flag for an owed KeyUpdate is private.
 */
final class BouncyCastleClient extends TlsClientProtocol implements KeyUpdating {
  private final PskClient peer;
  private volatile boolean owesKeyUpdate;

  BouncyCastleClient(PskClient peer) {
    this.peer = peer;
  }

  @Override
  public void start() throws IOException {
    connect(peer);
  }

  @Override
  public boolean owesKeyUpdate() {
    return owesKeyUpdate;
  }

  @Override
  public void sendKeyUpdate(boolean requestAnother) throws IOException {
    send13KeyUpdate(requestAnother);
  }

  @Override
  protected void receive13KeyUpdate(ByteArrayInputStream message) throws IOException {
    byte[] body = message.readAllBytes(); // the stream can't be marked
    super.receive13KeyUpdate(new ByteArrayInputStream(body));
    if (body[0] == KeyUpdateRequest.update_requested) {
      owesKeyUpdate = true;
    }
  }

  @Override
  protected void send13KeyUpdate(boolean updateRequested) throws IOException {
    if (!updateRequested) {
      // First, so that a request that arrives meanwhile stays noted.
      owesKeyUpdate = false;
    }
    super.send13KeyUpdate(updateRequested);
  }
}
