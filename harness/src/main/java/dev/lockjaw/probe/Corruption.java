package dev.lockjaw.probe;

import java.util.regex.Pattern;
import javax.crypto.BadPaddingException;

/** Recognises a corrupted record by the errors of the TLS stacks. */
final class Corruption {
  /** The alert's name, as JSSE, Bouncy Castle, Conscrypt and BoringSSL write it. */
  private static final Pattern ALERT = Pattern.compile("(?i)bad[_ ]record[_ ]mac");

  /**
   * JSSE's error for bytes that begin no record. During the handshake it only means that the peer
   * does not speak TLS.
   */
  private static final Pattern NO_RECORD =
      Pattern.compile(
          "(?i)unrecognized record version|illegal packet size|unrecognized SSL message");

  private static final int DEEPEST = 16;

  private Corruption() {}

  /**
   * Whether an exception reports a corrupted record, here or at the peer.
   *
   * @param established whether records were decrypted before
   */
  static boolean isReportedBy(Throwable thrown, boolean established) {
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
