package dev.lockjaw.cli.context;

import dev.lockjaw.campaign.CellRunner;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.process.Folders;
import dev.lockjaw.reports.results.IoReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/** A temporary folder for a command without an output directory. */
public final class Scratch implements AutoCloseable {
  private final Path folder;

  public Scratch() {
    try {
      folder = Files.createTempDirectory("lockjaw-");
    } catch (IOException failed) {
      throw new ToolException("cannot make a temporary folder: " + IoReason.of(failed));
    }
  }

  public Path folder() {
    return folder;
  }

  /** Hands out a runner; its folder is deleted afterwards. */
  public static <T> T with(Runners runners, Function<CellRunner, T> work) {
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
