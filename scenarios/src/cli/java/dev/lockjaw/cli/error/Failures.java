package dev.lockjaw.cli.error;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Texts for Lockjaw's own failures. */
public final class Failures {
  private Failures() {}

  /** One line on an unexpected failure; its stack trace goes to a file, or to err with debug. */
  public static String unforeseen(Throwable failure, boolean debug, PrintWriter err) {
    String what = "lockjaw failed: " + failure.toString().lines().findFirst().orElse("");
    if (debug) {
      failure.printStackTrace(err);
      return what;
    }
    try {
      Path file = Files.createTempFile("lockjaw-failure-", ".txt");
      try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file))) {
        failure.printStackTrace(writer);
      }
      return what + "; the stack trace is in " + file;
    } catch (IOException noFile) {
      return what + "; run it again with --debug to see the stack trace";
    }
  }
}
