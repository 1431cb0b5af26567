package dev.lockjaw.cli.context;

import dev.lockjaw.cli.error.ToolException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The source tree that contains this command line, and the jars of the other tools. */
public final class SourceTree {
  private SourceTree() {}

  /**
   * Finds its root.
   *
   * @throws ToolException if this command line does not run from a source tree
   */
  public static Path root() {
    try {
      return above(
          Path.of(SourceTree.class.getProtectionDomain().getCodeSource().getLocation().toURI()));
    } catch (URISyntaxException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The nearest folder upwards from a file that has the launcher. */
  static Path above(Path file) {
    for (Path folder = file; folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("scripts/lockjaw"))) {
        return folder;
      }
    }
    throw new ToolException(
        file
            + " is not in a source tree of Lockjaw; this command needs one, with its scripts/lockjaw");
  }
}
