package dev.lockjaw.reports.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * That a file is being written by this process. It ends with the process, however that ends. Where
 * the file system has no locks, there is none, and nobody is kept out.
 */
final class Claim implements AutoCloseable {
  private final FileChannel channel;

  private Claim(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * @throws OutputException if it is being written already
   */
  static Claim on(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
    if (!taken(channel)) {
      channel.close();
      throw new OutputException(
          "another run is still writing "
              + file
              + "; let it end, or end it, or give another directory with --out");
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
