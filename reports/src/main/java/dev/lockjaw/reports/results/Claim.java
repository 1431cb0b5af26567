package dev.lockjaw.reports.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock on a file that this process writes. The system releases it when the process ends, in any
 * way. A file system without locks grants every claim.
 */
final class Claim implements AutoCloseable {
  private final FileChannel channel;

  private Claim(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws OutputException if another run is writing the file
   */
  static Claim on(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    if (!taken(channel)) {
      channel.close();
      throw new OutputException(
          "another run is still writing "
              + file
              + "; wait until it ends, or stop it, or name another directory with --out");
    }
    return new Claim(channel);
  }

  private static boolean taken(FileChannel channel) {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException here) {
      return false;
    } catch (IOException noLocks) {
      return true;
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
