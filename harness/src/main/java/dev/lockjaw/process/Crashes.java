package dev.lockjaw.process;

import dev.lockjaw.run.Cell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Keeps the JVM's crash reports. A cell's reports are alike, so only its first few are kept. */
final class Crashes {
  private static final int OF_A_CELL = 3;

  private final Path folder;
  private final Map<String, Integer> kept = new HashMap<>();

  /**
   * @param within where the folder {@code crashes} is made for the first report
   */
  Crashes(Path within) {
    this.folder = within.resolve("crashes");
  }

  /** Keeps a dead worker's report and returns its file name; null if there is none to keep. */
  synchronized String keep(Cell cell, WorkerJvm worker) {
    String name = cell.id().text().replace('/', '-');
    int before = kept.getOrDefault(name, 0);
    String report = worker.report().orElse(null);
    if (report == null || before == OF_A_CELL) {
      return null;
    }
    kept.put(name, before + 1);
    Path file = folder.resolve(name + '-' + (before + 1) + ".hs_err.txt");
    try {
      Files.createDirectories(folder);
      Files.writeString(file, report);
      return folder.getFileName() + "/" + file.getFileName();
    } catch (IOException full) {
      return null; // the finding has the main facts too
    }
  }
}
