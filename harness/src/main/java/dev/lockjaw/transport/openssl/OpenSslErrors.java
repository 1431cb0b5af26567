package dev.lockjaw.transport.openssl;

import com.sun.jna.Native;
import java.util.StringJoiner;
import javax.net.ssl.SSLException;

/** OpenSSL's error queue; each thread has its own. */
final class OpenSslErrors {
  private OpenSslErrors() {}

  /** Moves this thread's queue into an exception's message. */
  static SSLException exception(String function) {
    StringJoiner text =
        new StringJoiner("; ", function + ": ", "").setEmptyValue(function + " failed");
    byte[] line = new byte[256];
    for (long error; (error = LibCrypto.ERR_get_error()) != 0; ) {
      LibCrypto.ERR_error_string_n(error, line, line.length);
      text.add(Native.toString(line));
    }
    return new SSLException(text.toString());
  }
}
