package dev.lockjaw.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Folders that are there for a while only. */
public final class Folders {
  private Folders() {}

  /** Removes one with all that is in it, as far as that can be done. */
  public static void remove(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException | UncheckedIOException gone) {
      // nothing is left to remove
    }
  }
}
