package dev.lockjaw.transport.mbedtls;

import com.sun.jna.Native;

/** The functions of libmbedcrypto that Lockjaw calls, under their own names. Sizes are longs. */
final class LibMbedCrypto {
  static final String FILE = "libmbedcrypto.so.7";

  static {
    Native.register(LibMbedCrypto.class, FILE);
  }

  private LibMbedCrypto() {}

  static native int mbedtls_version_get_number();

  static native void mbedtls_strerror(int error, byte[] text, long length);
}
