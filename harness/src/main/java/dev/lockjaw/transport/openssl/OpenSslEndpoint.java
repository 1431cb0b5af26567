package dev.lockjaw.transport.openssl;

import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.jna.JnaEndpoint;
import dev.lockjaw.transport.jna.NativeBuffer;
import dev.lockjaw.transport.jna.NativeCall;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import javax.net.ssl.SSLException;

/**
 * One end of a session on OpenSSL: the bare {@code SSL *}, unguarded. Nothing stops a caller from
 * using the pointer after {@link #free}; OpenSSL may then crash the process.
 */
final class OpenSslEndpoint extends JnaEndpoint {
  private final long ssl;
  private final Protocol protocol;

  /**
   * @param context an {@code SSL_CTX *}
   */
  OpenSslEndpoint(Io io, long context, boolean client, Protocol protocol) throws IOException {
    super(io);
    this.protocol = protocol;
    this.ssl = LibSsl.SSL_new(context);
    if (ssl == 0) {
      throw OpenSslErrors.exception("SSL_new");
    }
    long bio = OpenSslBio.create();
    LibSsl.SSL_set_bio(ssl, bio, bio);
    if (client) {
      LibSsl.SSL_set_connect_state(ssl);
    } else {
      LibSsl.SSL_set_accept_state(ssl);
    }
  }

  @Override
  protected boolean shakeHands() throws IOException {
    try (NativeCall call = enter(FOREVER)) {
      int result = LibSsl.SSL_do_handshake(ssl);
      call.rethrow();
      if (result == 1) {
        return true;
      }
      if (atEnd(call, result, "SSL_do_handshake")) {
        throw new EOFException("end of input in mid-handshake");
      }
      return false;
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    try (NativeBuffer plain = NativeBuffer.forRecord();
        NativeCall call = enter(1)) {
      int most = Math.min(into.remaining(), NativeBuffer.RECORD);
      int result = LibSsl.SSL_read(ssl, plain.address(), most);
      call.rethrow();
      if (result <= 0) {
        return atEnd(call, result, "SSL_read") ? -1 : 0;
      }
      plain.get(result, into);
      return result;
    }
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    if (!from.hasRemaining()) {
      if (owesOutput()) {
        sendKeyUpdate(LibSsl.SSL_KEY_UPDATE_NOT_REQUESTED);
      }
      return;
    }
    int length = from.remaining();
    try (NativeBuffer plain = NativeBuffer.of(from);
        NativeCall call = enter(1)) {
      int result = LibSsl.SSL_write(ssl, plain.address(), length);
      call.rethrow();
      if (result != length) {
        throw OpenSslErrors.exception("SSL_write");
      }
    }
  }

  @Override
  public boolean owesOutput() {
    return protocol == Protocol.TLS_1_3
        && LibSsl.SSL_get_key_update_type(ssl) != LibSsl.SSL_KEY_UPDATE_NONE;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException before TLS 1.3
   */
  @Override
  public void requestKeyUpdate() throws IOException {
    if (protocol != Protocol.TLS_1_3) {
      throw new UnsupportedOperationException(
          "KeyUpdate is TLS 1.3's, not " + protocol.id() + "'s");
    }
    rekeys();
    sendKeyUpdate(LibSsl.SSL_KEY_UPDATE_REQUESTED);
  }

  private void sendKeyUpdate(int type) throws IOException {
    try (NativeCall call = enter(1)) {
      if (LibSsl.SSL_key_update(ssl, type) != 1) {
        throw OpenSslErrors.exception("SSL_key_update");
      }
      int result = LibSsl.SSL_do_handshake(ssl);
      call.rethrow();
      if (result != 1) {
        throw OpenSslErrors.exception("SSL_do_handshake");
      }
    }
  }

  @Override
  public String status() {
    int pending = LibSsl.SSL_pending(ssl);
    return LibSsl.SSL_get_version(ssl) + ", " + pending + " bytes pending";
  }

  @Override
  protected void sayGoodbye() {
    LibSsl.SSL_shutdown(ssl);
  }

  @Override
  protected void release() {
    LibSsl.SSL_free(ssl);
  }

  @Override
  public NativeCall enter(int asks) {
    LibCrypto.ERR_clear_error(); // an earlier call's error would be taken for this one's
    return super.enter(asks);
  }

  /**
   * Whether a call that did not succeed met the end of the session or of the input. Otherwise it
   * lacks input. The callback decides that, because OpenSSL's {@code SSL_get_error} is unreliable
   * here: after a write nested in the callback it returns SSL_ERROR_SYSCALL for a mere wait, since
   * both share one state word.
   *
   * @throws SSLException if the call failed
   */
  private boolean atEnd(NativeCall call, int result, String function) throws SSLException {
    int error = LibSsl.SSL_get_error(ssl, result);
    if (error == LibSsl.SSL_ERROR_SSL) {
      throw OpenSslErrors.exception(function);
    }
    return error == LibSsl.SSL_ERROR_ZERO_RETURN || call.ended();
  }
}
