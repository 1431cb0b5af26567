package dev.lockjaw.probe;

import java.util.regex.Pattern;
import javax.crypto.BadPaddingException;

/** Tells a record that was spoilt from other troubles, by what TLS stacks say of it. */
final class Corruption {
  /** The alert's name, as JSSE, Bouncy Castle, Conscrypt and BoringSSL write it. */
  private static final Pattern ALERT = Pattern.compile("(?i)bad[_ ]record[_ ]mac");

  /**
   * What JSSE says where no record begins. During the handshake that is what comes of talking to
   * something that isn't TLS.
   */
  private static final Pattern NO_RECORD =
      Pattern.compile(
          "(?i)unrecognized record version|illegal packet size|unrecognized SSL message");

  private static final int DEEPEST = 16;

  private Corruption() {}

  /**
   * Whether a record was not as it was made, here or at the peer.
   *
   * @param established whether records were opened before
   */
  static boolean told(Throwable thrown, boolean established) {
    Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof BadPaddingException
          || says(ALERT, cause)
          || established && says(NO_RECORD, cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  private static boolean says(Pattern what, Throwable thrown) {
    return thrown.getMessage() != null && what.matcher(thrown.getMessage()).find();
  }
}
