package dev.lockjaw.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A JVM of its own for what may kill it. All that it leaves behind (standard error, the report of a
 * fault, temporary files, the black box) lies in one folder, which {@link #close} removes.
 *
 * <p>Ctrl-C on the terminal does not reach it: the parent decides when it ends. No core dump is
 * written, but for the JVM's own idea they stay enabled, as it would otherwise exit with 1 whatever
 * it died of. Any thread.
 */
public final class ChildJvm implements AutoCloseable {
  private static final String PREFIX = "jvm-";
  private static final String ERRORS = "stderr.txt";
  private static final String REPORT = "hs_err.log";
  private static final String BLACK_BOX = "black-box";
  private static final String TEMPORARY = "tmp";
  private static final long MOST_READ = 4 << 20;
  private static final Path SHELL = Path.of("/bin/sh");

  /** Seconds that the JVM may take for the report of a fault. */
  private static final int REPORT_SECONDS = 10;

  /** What a child is given to end by itself, and then again after it was asked to. */
  private static final Duration GRACE = Duration.ofSeconds(2);

  private final Path folder;
  private final Process process;
  private final BlackBox blackBox;
  private volatile boolean ended;

  private ChildJvm(Path folder, Process process, BlackBox blackBox) {
    this.folder = folder;
    this.process = process;
    this.blackBox = blackBox;
  }

  /**
   * Starts one. It finds the path of its black box as the first argument of {@code main}.
   *
   * @param within the folder to make its folder in
   * @throws IOException if it can't be started
   */
  public static ChildJvm start(Path within, Launch launch) throws IOException {
    Path folder = Files.createTempDirectory(within, PREFIX).toAbsolutePath();
    try {
      Files.createDirectory(folder.resolve(TEMPORARY));
      BlackBox blackBox = new BlackBox(folder.resolve(BLACK_BOX));
      ProcessBuilder builder =
          new ProcessBuilder(command(folder, launch))
              .directory(folder.toFile())
              .redirectError(folder.resolve(ERRORS).toFile());
      builder.environment().putAll(launch.environment());
      return new ChildJvm(folder, builder.start(), blackBox);
    } catch (IOException | RuntimeException failed) {
      Folders.remove(folder);
      throw failed;
    }
  }

  /** Removes what is left there of children whose parent was killed. No child may be running. */
  public static void sweep(Path within) {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(within, PREFIX + "*")) {
      left.forEach(Folders::remove);
    } catch (IOException | DirectoryIteratorException none) {
      // nothing was left, or nothing can be removed
    }
  }

  private static List<String> command(Path folder, Launch launch) {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      command.addAll(
          List.of(
              SHELL.toString(), "-c", "trap '' INT; ulimit -c 0; exec \"$@\"", "lockjaw-child"));
    }
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-XX:-OmitStackTraceInFastThrow",
            "-XX:-UsePerfData", // leaves a file in the system's folder when the JVM crashes
            "-XX:+DisplayVMOutputToStderr", // standard output is for what is asked of the child
            "-XX:ErrorFile=" + folder.resolve(REPORT),
            "-XX:ErrorLogTimeout=" + REPORT_SECONDS,
            "-XX:ReplayDataFile=" + folder.resolve("replay.log"),
            "-Djava.io.tmpdir=" + folder.resolve(TEMPORARY),
            "-Djna.tmpdir=" + folder.resolve(TEMPORARY)));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    command.addAll(launch.jvmOptions());
    command.add("-cp");
    command.add(launch.classPath());
    command.add(launch.mainClass());
    command.add(folder.resolve(BLACK_BOX).toString());
    command.addAll(launch.arguments());
    return command;
  }

  public long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Its standard input. */
  public OutputStream input() {
    return process.getOutputStream();
  }

  /** Its standard output. */
  public InputStream output() {
    return process.getInputStream();
  }

  public BlackBox blackBox() {
    return blackBox;
  }

  /** Whether it has begun to report a fault. */
  public boolean isDying() {
    return Files.exists(folder.resolve(REPORT));
  }

  /** Ends it because it does not go on; {@link #death} will say so. */
  public void end() throws InterruptedException {
    ended = process.isAlive();
    kill();
  }

  /**
   * Waits for its end.
   *
   * @return whether it has come to it
   */
  public boolean await(Duration most) throws InterruptedException {
    return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What it died of, once it is dead. */
  public Death death() {
    return Autopsy.of(process.exitValue(), errors(), report(), ended);
  }

  /** What it has written to standard error, or the first part of that. */
  public String errors() {
    return read(folder.resolve(ERRORS)).orElse("");
  }

  /** The JVM's report of a fault, as far as it came. */
  public Optional<String> report() {
    return read(folder.resolve(REPORT)).filter(text -> !text.isBlank());
  }

  private static Optional<String> read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes((int) MOST_READ), StandardCharsets.UTF_8));
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  /** Ends it, first asking and then not asking, and removes its folder. */
  @Override
  public void close() {
    try {
      try {
        process.getOutputStream().close();
      } catch (IOException gone) {
        // it is dead already
      }
      kill();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    } finally {
      Folders.remove(folder);
    }
  }

  private void kill() throws InterruptedException {
    if (await(ended ? Duration.ZERO : GRACE)) {
      return;
    }
    process.destroy();
    if (!await(GRACE)) {
      process.destroyForcibly();
      process.waitFor();
    }
  }
}
