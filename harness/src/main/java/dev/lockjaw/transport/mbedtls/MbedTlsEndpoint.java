package dev.lockjaw.transport.mbedtls;

import com.sun.jna.Pointer;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.jna.JnaEndpoint;
import dev.lockjaw.transport.jna.NativeBuffer;
import dev.lockjaw.transport.jna.NativeCall;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * One end of a session on mbedTLS: the bare {@code mbedtls_ssl_context}, unguarded. Nothing stops a
 * caller from using it after {@link #free}. Its own memory stays until the endpoint is collected,
 * like an object of an application that other code still holds.
 */
final class MbedTlsEndpoint extends JnaEndpoint {
  /** Held for the life of the JVM, so that JNA's callbacks are never collected. */
  private static final LibMbedTls.Transfer SEND = MbedTlsEndpoint::send;

  private static final LibMbedTls.Transfer RECEIVE = MbedTlsEndpoint::receive;

  private final MbedTls tls;
  private final ByteBuffer memory = MbedTls.structure();
  private final long ssl = NativeBuffer.address(memory);
  private boolean ended;

  /**
   * @param tls owns the configuration
   * @param config an {@code mbedtls_ssl_config *}
   */
  MbedTlsEndpoint(Io io, MbedTls tls, long config) throws IOException {
    super(io);
    this.tls = tls;
    LibMbedTls.mbedtls_ssl_init(ssl);
    int result = LibMbedTls.mbedtls_ssl_setup(ssl, config);
    if (result != 0) {
      throw MbedTls.exception("mbedtls_ssl_setup", result);
    }
    LibMbedTls.mbedtls_ssl_set_bio(ssl, 0, SEND, RECEIVE, 0);
  }

  @Override
  protected boolean shakeHands() throws IOException {
    try (NativeCall call = enter(FOREVER)) {
      int result = LibMbedTls.mbedtls_ssl_handshake(ssl);
      call.rethrow();
      return switch (result) {
        case 0 -> true;
        case LibMbedTls.MBEDTLS_ERR_SSL_WANT_READ -> false;
        case LibMbedTls.MBEDTLS_ERR_SSL_CONN_EOF ->
            throw new EOFException("end of input in mid-handshake");
        default -> throw MbedTls.exception("mbedtls_ssl_handshake", result);
      };
    }
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    if (ended) {
      return -1; // after a close_notify, mbedTLS would otherwise go on reading
    }
    try (NativeBuffer plain = NativeBuffer.forRecord();
        NativeCall call = enter(1)) {
      int most = Math.min(into.remaining(), NativeBuffer.RECORD);
      int result = LibMbedTls.mbedtls_ssl_read(ssl, plain.address(), most);
      call.rethrow();
      switch (result) {
        case LibMbedTls.MBEDTLS_ERR_SSL_WANT_READ -> {
          return 0;
        }
        case LibMbedTls.MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY -> {
          ended = true;
          return -1;
        }
        case 0 -> {
          ended = call.ended();
          return ended ? -1 : 0;
        }
        default -> {
          if (result < 0) {
            throw MbedTls.exception("mbedtls_ssl_read", result);
          }
          plain.get(result, into);
          return result;
        }
      }
    }
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    int length = from.remaining();
    if (length == 0) {
      return;
    }
    try (NativeBuffer plain = NativeBuffer.of(from);
        NativeCall call = enter(1)) {
      for (int done = 0; done < length; ) {
        int result = LibMbedTls.mbedtls_ssl_write(ssl, plain.address() + done, length - done);
        call.rethrow();
        if (result <= 0) {
          throw MbedTls.exception("mbedtls_ssl_write", result);
        }
        done += result;
      }
    }
  }

  /** {@inheritDoc} TLS 1.2 never has any. */
  @Override
  public boolean owesOutput() {
    return false;
  }

  /**
   * {@inheritDoc}
   *
   * @throws UnsupportedOperationException always
   */
  @Override
  public void requestKeyUpdate() {
    throw new UnsupportedOperationException(
        "KeyUpdate is TLS 1.3's, not " + Protocol.TLS_1_2.id() + "'s");
  }

  @Override
  public String status() {
    return LibMbedTls.mbedtls_ssl_get_version(ssl)
        + ' '
        + LibMbedTls.mbedtls_ssl_get_ciphersuite(ssl);
  }

  @Override
  protected void sayGoodbye() {
    LibMbedTls.mbedtls_ssl_close_notify(ssl);
  }

  @Override
  protected void release() {
    LibMbedTls.mbedtls_ssl_free(ssl);
  }

  /**
   * After an error in {@link Io} too, the callback reports that there is no input yet, so that
   * mbedTLS can go on later.
   */
  private static int receive(long context, Pointer into, long most) {
    int got = NativeCall.current().read(into, (int) most);
    return switch (got) {
      case NativeCall.END -> 0;
      case NativeCall.NOTHING_YET, NativeCall.FAILED -> LibMbedTls.MBEDTLS_ERR_SSL_WANT_READ;
      default -> got;
    };
  }

  /** After an error in {@link Io} mbedTLS keeps the record, and sends it first on the next call. */
  private static int send(long context, Pointer from, long count) {
    return NativeCall.current().write(from, (int) count)
        ? (int) count
        : LibMbedTls.MBEDTLS_ERR_NET_SEND_FAILED;
  }
}
