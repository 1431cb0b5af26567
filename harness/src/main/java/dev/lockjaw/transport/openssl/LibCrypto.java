package dev.lockjaw.transport.openssl;

import com.sun.jna.Callback;
import com.sun.jna.Native;
import com.sun.jna.Pointer;

/** The functions of libcrypto that Lockjaw calls, under their own names. Pointers are longs. */
final class LibCrypto {
  static final String FILE = "libcrypto.so.3";

  static final int BIO_TYPE_SOURCE_SINK = 0x400;
  static final int BIO_CTRL_FLUSH = 11;
  static final int BIO_FLAGS_READ_RETRY = 0x01 | 0x08;

  static {
    Native.register(LibCrypto.class, FILE);
  }

  private LibCrypto() {}

  /** {@code int (*)(BIO *, char *, int)}, for reading and for writing. */
  interface Transfer extends Callback {
    int invoke(long bio, Pointer data, int length);
  }

  /** {@code long (*)(BIO *, int, long, void *)}. */
  interface Control extends Callback {
    long invoke(long bio, int command, long number, long pointer);
  }

  static native String OpenSSL_version(int type);

  static native long BIO_meth_new(int type, String name);

  static native int BIO_meth_set_read(long method, Transfer read);

  static native int BIO_meth_set_write(long method, Transfer write);

  static native int BIO_meth_set_ctrl(long method, Control control);

  static native long BIO_new(long method);

  static native void BIO_set_init(long bio, int init);

  static native void BIO_set_flags(long bio, int flags);

  static native void BIO_clear_flags(long bio, int flags);

  static native void ERR_clear_error();

  static native long ERR_get_error();

  static native void ERR_error_string_n(long error, byte[] text, long length);
}
