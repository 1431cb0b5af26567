package dev.lockjaw.cli.error;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Texts for Lockjaw's own failures. */
public final class Failures {
  private Failures() {}

  /** Why a file could not be read or written, in a few words. */
  public static String reason(IOException failed) {
    if (failed instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failed instanceof NoSuchFileException) {
      return "no such directory";
    }
    if (failed instanceof FileAlreadyExistsException) {
      return "there is a file of that name";
    }
    if (failed instanceof FileSystemException known && known.getReason() != null) {
      return known.getReason();
    }
    return failed.getMessage() == null ? failed.toString() : failed.getMessage();
  }

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
