package dev.lockjaw.arena;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A thread of Linux. The JVM says of a thread that was woken that it waits, until it gets a
 * processor; on a busy machine that may take longer than anybody would look at it. Linux calls it
 * runnable from the moment at which it was woken (proc(5), the third field of {@code
 * /proc/PID/task/TID/stat}).
 */
final class LinuxThread implements SystemThread {
  private static final Path PROC = Path.of("/proc");

  /** Number, name of up to 15 characters in parentheses, state; then much of no interest here. */
  private static final int ENOUGH = 64;

  private final String stat;

  private LinuxThread(String stat) {
    this.stat = stat;
  }

  /** The calling thread; none where the system is another. */
  static Optional<SystemThread> current() {
    try {
      Path mine = Files.readSymbolicLink(PROC.resolve("thread-self"));
      return Optional.of(new LinuxThread(PROC.resolve(mine).resolve("stat").toString()));
    } catch (IOException | RuntimeException another) {
      return Optional.empty();
    }
  }

  @Override
  public boolean asleep() {
    // not by a channel, which an interrupt of the thread that looks would close
    try (InputStream in = new FileInputStream(stat)) {
      String text = new String(in.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
      int name = text.lastIndexOf(") ");
      return name < 0 || text.charAt(name + 2) == 'S';
    } catch (IOException ended) {
      return true;
    }
  }
}
