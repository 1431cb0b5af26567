package dev.lockjaw.cli.error;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What is said of failures of the tool itself. */
public final class Failures {
  private Failures() {}

  /** Why a file could not be had, in a few words. */
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

  /** One line on a failure that nobody foresaw; its stack goes to a file, or with debug to err. */
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
      return what + "; the stack is in " + file;
    } catch (IOException noFile) {
      return what + "; run it again with --debug for the stack";
    }
  }
}
