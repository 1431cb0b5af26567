package dev.lockjaw.probe;

import java.util.regex.Pattern;
import javax.crypto.BadPaddingException;

/** Tells a record that was spoilt from other troubles, by what TLS stacks say of it. */
final class Corruption {
  /** The alert's name, as JSSE, Bouncy Castle, Conscrypt and BoringSSL write it. */
  private static final Pattern ALERT = Pattern.compile("(?i)bad[_ ]record[_ ]mac");

  private static final int DEEPEST = 16;

  private Corruption() {}

  /** Whether a record could not be decrypted or verified, here or at the peer. */
  static boolean told(Throwable thrown) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof BadPaddingException
          || cause.getMessage() != null && ALERT.matcher(cause.getMessage()).find()) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }
}
