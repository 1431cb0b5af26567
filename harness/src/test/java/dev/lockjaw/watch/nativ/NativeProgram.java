package dev.lockjaw.watch.nativ;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.lockjaw.result.Finding;
import dev.lockjaw.watch.judge.LogFollower;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A C program of the tests, compiled and watched. */
record NativeProgram(Path folder, Path file) {
  /** The result of a watched run. */
  record Watched(int exitCode, List<Finding> findings, LogFollower.Losses losses) {}

  private static final int SECONDS = 60;

  /** Compiles a program, or skips the test with the reason. */
  static NativeProgram compiled(Path folder, String name, String... libraries)
      throws IOException, InterruptedException {
    Path source = folder.resolve(name + ".c");
    try (InputStream text = NativeProgram.class.getResourceAsStream("programs/" + name + ".c")) {
      Files.write(source, text.readAllBytes());
    }
    Path file = folder.resolve(name);
    List<String> command =
        new ArrayList<>(List.of("cc", "-g", "-O1", "-o", file.toString(), source.toString()));
    command.addAll(List.of(libraries));
    command.add("-lpthread");
    Path output = folder.resolve(name + ".txt");
    Process compiler = null;
    try {
      compiler =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException missing) {
      assumeTrue(false, "there is no C compiler: " + missing.getMessage());
    }
    assertThat(compiler.waitFor(SECONDS, TimeUnit.SECONDS)).as("the compiler ends").isTrue();
    String said = Files.readString(output);
    assumeTrue(!said.contains("No such file") && !said.contains("cannot find"), said);
    assertThat(compiler.exitValue()).as(said).isZero();
    return new NativeProgram(folder, file);
  }

  /** Runs it to its end, or to its first finding if it does not end by itself. */
  Watched watch(boolean stops, String... arguments) throws IOException, InterruptedException {
    Path library = NativeLibrary.compiled(folder, "cc");
    Path logs = Files.createTempDirectory(folder, "logs-");
    List<String> command = new ArrayList<>(List.of(file.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
    builder.environment().put("LD_PRELOAD", library.toString());
    builder.environment().put("LOCKJAW_WATCH_DIR", logs.toString());
    Symbols symbols = new Symbols();
    LogFollower follower = new LogFollower(logs, log -> new NativeStacks(log, symbols));
    Process process = builder.start();
    try {
      long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
      while (process.isAlive() && !(stops && !follower.findings().isEmpty())) {
        assertThat(System.nanoTime() - end).as("the program takes too long").isNegative();
        follower.drain();
        follower.judge();
        process.waitFor(1, TimeUnit.MILLISECONDS);
      }
    } finally {
      process.destroyForcibly();
    }
    process.waitFor();
    follower.drain();
    follower.judge();
    follower.end();
    return new Watched(process.exitValue(), follower.findings(), follower.losses());
  }
}
