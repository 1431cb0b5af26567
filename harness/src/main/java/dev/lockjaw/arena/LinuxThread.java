package dev.lockjaw.arena;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A thread of Linux. The JVM reports a woken thread as waiting until it gets a processor, which can
 * take long on a busy machine. Linux reports it as runnable from the moment it is woken (proc(5),
 * the third field of {@code /proc/PID/task/TID/stat}).
 */
final class LinuxThread implements SystemThread {
  private static final Path PROC = Path.of("/proc");

  /** Bytes to read: the number, the name of up to 15 characters in parentheses, and the state. */
  private static final int ENOUGH = 64;

  private final String stat;

  private LinuxThread(String stat) {
    this.stat = stat;
  }

  /** The calling thread; empty on other systems. */
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
    // not by a channel: an interrupt of the reading thread would close it
    try (InputStream in = new FileInputStream(stat)) {
      String text = new String(in.readNBytes(ENOUGH), StandardCharsets.ISO_8859_1);
      int name = text.lastIndexOf(") ");
      return name < 0 || text.charAt(name + 2) == 'S';
    } catch (IOException ended) {
      return true;
    }
  }
}
