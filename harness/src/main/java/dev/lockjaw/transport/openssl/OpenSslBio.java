package dev.lockjaw.transport.openssl;

import com.sun.jna.Pointer;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.jna.NativeCall;
import java.io.IOException;

/**
 * OpenSSL's BIO over {@link Io}. OpenSSL calls it from inside {@code SSL_read}, {@code SSL_write}
 * and {@code SSL_do_handshake}. All sessions share one method table, which lives as long as the
 * JVM, so that no callback is collected. Any thread.
 */
final class OpenSslBio {
  private static final LibCrypto.Transfer READ = OpenSslBio::read;
  private static final LibCrypto.Transfer WRITE = OpenSslBio::write;
  private static final LibCrypto.Control CONTROL = OpenSslBio::control;
  private static final long METHOD = method();

  private OpenSslBio() {}

  /** A new BIO for one session, which frees it. */
  static long create() throws IOException {
    long bio = LibCrypto.BIO_new(METHOD);
    if (bio == 0) {
      throw OpenSslErrors.exception("BIO_new");
    }
    LibCrypto.BIO_set_init(bio, 1);
    return bio;
  }

  private static long method() {
    long method = LibCrypto.BIO_meth_new(LibCrypto.BIO_TYPE_SOURCE_SINK, "lockjaw");
    LibCrypto.BIO_meth_set_read(method, READ);
    LibCrypto.BIO_meth_set_write(method, WRITE);
    LibCrypto.BIO_meth_set_ctrl(method, CONTROL);
    return method;
  }

  /**
   * After an error in {@link Io} too, the callback reports that there is no input yet, so that
   * OpenSSL can go on later.
   */
  private static int read(long bio, Pointer into, int most) {
    int got = NativeCall.current().read(into, most);
    if (got > 0) {
      return got;
    }
    if (got == NativeCall.END) {
      LibCrypto.BIO_clear_flags(bio, LibCrypto.BIO_FLAGS_READ_RETRY);
      return 0;
    }
    LibCrypto.BIO_set_flags(bio, LibCrypto.BIO_FLAGS_READ_RETRY);
    return -1;
  }

  /**
   * Reports all bytes as taken even if {@link Io} fails, as a socket does whose peer has gone.
   * OpenSSL would otherwise keep the record and refuse every other call, including a close_notify,
   * until the very same write is repeated.
   */
  private static int write(long bio, Pointer from, int count) {
    NativeCall.current().write(from, count);
    return count;
  }

  private static long control(long bio, int command, long number, long pointer) {
    return command == LibCrypto.BIO_CTRL_FLUSH ? 1 : 0;
  }
}
