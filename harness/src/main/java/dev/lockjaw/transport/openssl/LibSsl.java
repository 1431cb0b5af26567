package dev.lockjaw.transport.openssl;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** The functions of libssl that Lockjaw calls, under their own names. Pointers are longs. */
final class LibSsl {
  static final String FILE = "libssl.so.3";

  static final int SSL_CTRL_SET_SESS_CACHE_MODE = 44;
  static final int SSL_CTRL_SET_MIN_PROTO_VERSION = 123;
  static final int SSL_CTRL_SET_MAX_PROTO_VERSION = 124;
  static final int SSL_SESS_CACHE_OFF = 0;
  static final int TLS1_2_VERSION = 0x303;
  static final int TLS1_3_VERSION = 0x304;
  static final int SSL_ERROR_SSL = 1;
  static final int SSL_ERROR_ZERO_RETURN = 6;
  static final int SSL_KEY_UPDATE_NONE = -1;
  static final int SSL_KEY_UPDATE_NOT_REQUESTED = 0;
  static final int SSL_KEY_UPDATE_REQUESTED = 1;

  static {
    Native.register(LibSsl.class, FILE);
  }

  private LibSsl() {}

  /** {@code SSL_psk_client_cb_func}. */
  interface ClientKey extends Callback {
    int invoke(long ssl, Pointer hint, Pointer identity, int mostIdentity, Pointer key, int most);
  }

  /** {@code SSL_psk_server_cb_func}. */
  interface ServerKey extends Callback {
    int invoke(long ssl, Pointer identity, Pointer key, int most);
  }

  static native long TLS_client_method();

  static native long TLS_server_method();

  static native long SSL_CTX_new(long method);

  static native long SSL_CTX_ctrl(long context, int command, long number, long pointer);

  static native int SSL_CTX_set_cipher_list(long context, String suites);

  static native int SSL_CTX_set_ciphersuites(long context, String suites);

  static native void SSL_CTX_set_psk_client_callback(long context, ClientKey callback);

  static native void SSL_CTX_set_psk_server_callback(long context, ServerKey callback);

  static native long SSL_new(long context);

  static native void SSL_set_bio(long ssl, long read, long write);

  static native void SSL_set_connect_state(long ssl);

  static native void SSL_set_accept_state(long ssl);

  static native int SSL_do_handshake(long ssl);

  static native int SSL_read(long ssl, long buffer, int length);

  static native int SSL_write(long ssl, long buffer, int length);

  static native int SSL_get_error(long ssl, int result);

  static native int SSL_key_update(long ssl, int type);

  static native int SSL_get_key_update_type(long ssl);

  static native String SSL_get_version(long ssl);

  static native int SSL_pending(long ssl);

  static native int SSL_shutdown(long ssl);

  static native void SSL_free(long ssl);
}
