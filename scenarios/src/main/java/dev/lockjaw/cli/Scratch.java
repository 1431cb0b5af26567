package dev.lockjaw.cli;

import dev.lockjaw.child.Folders;
import dev.lockjaw.run.CellRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A temporary folder for a command that has none of its own. */
final class Scratch implements AutoCloseable {
  private final Path folder;

  Scratch() {
    try {
      folder = Files.createTempDirectory("lockjaw-");
    } catch (IOException failed) {
      throw new ToolException("cannot make a temporary folder: " + Failures.reason(failed));
    }
  }

  Path folder() {
    return folder;
  }

  /** Has something done with a runner that needs a folder for the while. */
  static <T> T with(Runners runners, Function<CellRunner, T> work) {
    try (Scratch scratch = new Scratch();
        CellRunner runner = runners.in(scratch.folder())) {
      return work.apply(runner);
    }
  }

  @Override
  public void close() {
    Folders.remove(folder);
  }
}
