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
 * A separate JVM for code that may kill its process. All files that it leaves behind (standard
 * error, crash report, temporary files, the black box) are in one folder, which {@link #close}
 * removes.
 *
 * <p>Ctrl-C on the terminal does not reach it: the parent decides when it ends. {@code ulimit -c 0}
 * keeps the system from writing a core dump. The JVM's own option for core dumps stays on, because
 * the JVM would otherwise exit with 1 after every crash. Any thread.
 */
public final class ChildJvm implements AutoCloseable {
  private static final String PREFIX = "jvm-";
  private static final String ERRORS = "stderr.txt";
  private static final String REPORT = "hs_err.log";
  private static final String BLACK_BOX = "black-box";
  private static final String TEMPORARY = "tmp";
  private static final long MOST_READ = 4 << 20;
  private static final Path SHELL = Path.of("/bin/sh");

  /** Seconds for the JVM's crash report. */
  private static final int REPORT_SECONDS = 10;

  /** The time that a child gets to end by itself, and again after it was asked to. */
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
   * Starts a child. The first argument of its {@code main} is the path of its black box.
   *
   * @param within the folder in which its own folder is made
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

  /** Removes the folders of children whose parent was killed. No child may be running. */
  public static void sweep(Path within) {
    try (DirectoryStream<Path> left = Files.newDirectoryStream(within, PREFIX + "*")) {
      left.forEach(Folders::remove);
    } catch (IOException | DirectoryIteratorException none) {
      // nothing to remove, or no permission
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
            "-XX:-UsePerfData", // a crashed JVM leaves its file in the system's temporary folder
            "-XX:+DisplayVMOutputToStderr", // standard output is for the child's answers
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

  /** Whether it has begun to report a crash. */
  public boolean isDying() {
    return Files.exists(folder.resolve(REPORT));
  }

  /** Ends it because it makes no progress; {@link #death} reports that. */
  public void end() throws InterruptedException {
    ended = process.isAlive();
    kill();
  }

  /**
   * Waits for its end.
   *
   * @return whether it has ended
   */
  public boolean await(Duration most) throws InterruptedException {
    return process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** How it died. Only once it is dead. */
  public Death death() {
    return Autopsy.of(process.exitValue(), errors(), report(), ended);
  }

  /** Its standard error, up to 4 MiB. */
  public String errors() {
    return read(folder.resolve(ERRORS)).orElse("");
  }

  /** The JVM's crash report, as far as it was written. */
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

  /** Ends it, first by request and then by force, and removes its folder. */
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
