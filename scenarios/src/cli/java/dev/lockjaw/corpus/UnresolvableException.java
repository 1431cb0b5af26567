package dev.lockjaw.corpus;

import java.io.IOException;

/** An artefact, or something that it needs, is neither in the local repository nor to be had. */
public final class UnresolvableException extends IOException {
  private static final long serialVersionUID = 1L;

  UnresolvableException(String artefact, Exception cause) {
    super("cannot get " + artefact + ": " + reason(cause), cause);
  }

  /** The innermost cause says what happened, in its first line. */
  private static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    String message = innermost.getMessage();
    return innermost.getClass().getSimpleName()
        + (message == null ? "" : ": " + message.lines().findFirst().orElse(""));
  }
}
