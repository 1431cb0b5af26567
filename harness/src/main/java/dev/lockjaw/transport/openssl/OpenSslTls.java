package dev.lockjaw.transport.openssl;

import com.sun.jna.Pointer;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;

/**
 * OpenSSL's sessions with a pre-shared key, which is the same for the whole JVM. TLS 1.3 adds a
 * Diffie-Hellman exchange and sends tickets, as by default; TLS 1.2 does neither. The two contexts
 * live as long as the JVM.
 */
final class OpenSslTls implements Tls {
  private static final byte[] IDENTITY = "lockjaw\0".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] KEY = new byte[32];

  /** Held for the life of the JVM, so that JNA's callbacks are never collected. */
  private static final LibSsl.ClientKey CLIENT_KEY = OpenSslTls::clientKey;

  private static final LibSsl.ServerKey SERVER_KEY = OpenSslTls::serverKey;

  static {
    new SecureRandom().nextBytes(KEY);
  }

  private final Protocol protocol;
  private final long client;
  private final long server;

  OpenSslTls(Protocol protocol) throws IOException {
    this.protocol = protocol;
    client = context(LibSsl.TLS_client_method());
    LibSsl.SSL_CTX_set_psk_client_callback(client, CLIENT_KEY);
    server = context(LibSsl.TLS_server_method());
    LibSsl.SSL_CTX_set_psk_server_callback(server, SERVER_KEY);
  }

  @Override
  public Endpoint client(Io io) throws IOException {
    return new OpenSslEndpoint(io, client, true, protocol);
  }

  @Override
  public Endpoint server(Io io) throws IOException {
    return new OpenSslEndpoint(io, server, false, protocol);
  }

  private long context(long method) throws IOException {
    long context = LibSsl.SSL_CTX_new(method);
    if (context == 0) {
      throw OpenSslErrors.exception("SSL_CTX_new");
    }
    int version =
        switch (protocol) {
          case TLS_1_2 -> LibSsl.TLS1_2_VERSION;
          case TLS_1_3 -> LibSsl.TLS1_3_VERSION;
        };
    require(LibSsl.SSL_CTX_ctrl(context, LibSsl.SSL_CTRL_SET_MIN_PROTO_VERSION, version, 0));
    require(LibSsl.SSL_CTX_ctrl(context, LibSsl.SSL_CTRL_SET_MAX_PROTO_VERSION, version, 0));
    require(LibSsl.SSL_CTX_set_cipher_list(context, "PSK-AES128-GCM-SHA256"));
    require(LibSsl.SSL_CTX_set_ciphersuites(context, "TLS_AES_128_GCM_SHA256"));
    // Otherwise a server keeps every session, up to 20,480.
    LibSsl.SSL_CTX_ctrl(context, LibSsl.SSL_CTRL_SET_SESS_CACHE_MODE, LibSsl.SSL_SESS_CACHE_OFF, 0);
    return context;
  }

  private void require(long success) throws IOException {
    if (success != 1) {
      throw OpenSslErrors.exception("OpenSSL refuses " + protocol.id());
    }
  }

  private static int clientKey(
      long ssl, Pointer hint, Pointer identity, int mostIdentity, Pointer key, int most) {
    identity.write(0, IDENTITY, 0, IDENTITY.length);
    return put(key);
  }

  private static int serverKey(long ssl, Pointer identity, Pointer key, int most) {
    return put(key);
  }

  private static int put(Pointer key) {
    key.write(0, KEY, 0, KEY.length);
    return KEY.length;
  }
}
