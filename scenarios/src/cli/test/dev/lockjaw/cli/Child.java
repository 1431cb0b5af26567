package dev.lockjaw.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The command line in a process of its own, as users start it. */
public final class Child {
  /** Long past any that is sound, on the slowest machine. */
  private static final int MOST_SECONDS = 240;

  private final Path directory;
  private final List<String> options = new ArrayList<>();
  private final List<String> shell = new ArrayList<>();
  private final List<String> more = new ArrayList<>();
  private Predicate<String> classPath = entry -> true;

  /**
   * @param directory its current one; what it prints goes there too
   */
  public Child(Path directory) {
    this.directory = directory;
  }

  /** Starts Java with that option too. */
  public Child option(String option) {
    options.add(option);
    return this;
  }

  /** Leaves out a library. */
  Child without(String jar) {
    classPath = entry -> !new File(entry).getName().startsWith(jar);
    return this;
  }

  /** Puts another folder on the class path. */
  Child and(Path folder) {
    more.add(folder.toString());
    return this;
  }

  /** Starts Java from a shell that does this first. */
  Child after(String command) {
    shell.addAll(List.of("bash", "-c", command + "; exec \"$@\"", "bash"));
    return this;
  }

  Process start(String... args) throws IOException {
    List<String> command = new ArrayList<>(shell);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:-OmitStackTraceInFastThrow", "-XX:TieredStopAtLevel=1"));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED"); // as the launcher does
    }
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), Main.class.getName()));
    command.addAll(List.of(args));
    return new ProcessBuilder(command)
        .directory(directory.toFile())
        .redirectOutput(out().toFile())
        .redirectError(err().toFile())
        .start();
  }

  public CommandRun.Outcome run(String... args) throws IOException, InterruptedException {
    Process process = start(args);
    boolean ended = process.waitFor(MOST_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertThat(ended).as("it ends by itself").isTrue();
    return new CommandRun.Outcome(
        process.exitValue(), Files.readString(out()), Files.readString(err()));
  }

  private Path out() {
    return directory.resolve("stdout.txt");
  }

  private Path err() {
    return directory.resolve("stderr.txt");
  }

  /** Surefire's own, where its JVM was started with no more than a jar that names the rest. */
  private String classPath() {
    String all =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.concat(Arrays.stream(all.split(File.pathSeparator)), more.stream())
        .filter(classPath)
        .collect(Collectors.joining(File.pathSeparator));
  }
}
