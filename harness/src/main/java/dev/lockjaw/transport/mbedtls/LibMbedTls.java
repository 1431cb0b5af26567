package dev.lockjaw.transport.mbedtls;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/**
 * The functions of libmbedtls that Lockjaw calls, under their own names. Pointers and sizes are
 * longs.
 */
final class LibMbedTls {
  static final String FILE = "libmbedtls.so.14";

  static final int MBEDTLS_SSL_IS_CLIENT = 0;
  static final int MBEDTLS_SSL_IS_SERVER = 1;
  static final int MBEDTLS_SSL_TRANSPORT_STREAM = 0;
  static final int MBEDTLS_SSL_PRESET_DEFAULT = 0;
  static final int MBEDTLS_SSL_MAJOR_VERSION_3 = 3;
  static final int MBEDTLS_SSL_MINOR_VERSION_3 = 3;
  static final int MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256 = 0xA8;
  static final int MBEDTLS_ERR_NET_SEND_FAILED = -0x004E;
  static final int MBEDTLS_ERR_SSL_WANT_READ = -0x6900;
  static final int MBEDTLS_ERR_SSL_CONN_EOF = -0x7280;
  static final int MBEDTLS_ERR_SSL_PEER_CLOSE_NOTIFY = -0x7880;

  static {
    Native.register(LibMbedTls.class, FILE);
  }

  private LibMbedTls() {}

  /** {@code mbedtls_ssl_send_t}, {@code mbedtls_ssl_recv_t} and {@code f_rng}. */
  interface Transfer extends Callback {
    int invoke(long context, Pointer data, long length);
  }

  static native void mbedtls_ssl_config_init(long config);

  static native int mbedtls_ssl_config_defaults(
      long config, int endpoint, int transport, int preset);

  static native void mbedtls_ssl_conf_min_version(long config, int major, int minor);

  static native void mbedtls_ssl_conf_ciphersuites(long config, long suites);

  static native void mbedtls_ssl_conf_rng(long config, Transfer random, long context);

  static native int mbedtls_ssl_conf_psk(
      long config, byte[] key, long keyLength, byte[] identity, long identityLength);

  static native void mbedtls_ssl_init(long ssl);

  static native int mbedtls_ssl_setup(long ssl, long config);

  static native void mbedtls_ssl_set_bio(
      long ssl, long context, Transfer send, Transfer receive, long receiveWithTimeout);

  static native int mbedtls_ssl_handshake(long ssl);

  static native int mbedtls_ssl_read(long ssl, long buffer, long length);

  static native int mbedtls_ssl_write(long ssl, long buffer, long length);

  static native String mbedtls_ssl_get_version(long ssl);

  static native String mbedtls_ssl_get_ciphersuite(long ssl);

  static native int mbedtls_ssl_close_notify(long ssl);

  static native void mbedtls_ssl_free(long ssl);
}
