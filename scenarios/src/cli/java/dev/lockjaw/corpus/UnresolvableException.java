package dev.lockjaw.corpus;

import java.io.IOException;

/** An artefact or one of its dependencies is neither in the local repository nor downloadable. */
public final class UnresolvableException extends IOException {
  private static final long serialVersionUID = 1L;

  UnresolvableException(String artefact, Exception cause) {
    super("cannot get " + artefact + ": " + reason(cause), cause);
  }

  /** The first line of the innermost cause. */
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
