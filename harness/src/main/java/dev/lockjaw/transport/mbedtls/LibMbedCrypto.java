package dev.lockjaw.transport.mbedtls;

import com.sun.jna.Native;

/** What is called of mbedTLS's libmbedcrypto, under its own names. Pointers and sizes are longs. */
final class LibMbedCrypto {
  static final String FILE = "libmbedcrypto.so.7";

  static {
    Native.register(LibMbedCrypto.class, FILE);
  }

  private LibMbedCrypto() {}

  static native int mbedtls_version_get_number();

  static native void mbedtls_strerror(int error, byte[] text, long length);
}
