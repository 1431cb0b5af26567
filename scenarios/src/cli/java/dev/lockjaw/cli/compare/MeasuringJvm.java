package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.context.SourceTree;
import dev.lockjaw.cli.error.Failures;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.process.ClassPath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures in a JVM of its own: this one does without the optimising compiler, and what it would
 * measure would be worth nothing.
 *
 * @param log where the output of that JVM goes
 */
record MeasuringJvm(Path jar, Path log, Interrupt interrupt) {
  private static final String JAR = "scenarios/src/jmh/target/benchmarks.jar";
  private static final String BUILD =
      "mvn -Dmaven.test.skip=true package -pl scenarios/src/jmh -am";

  /**
   * Where that which measures is built.
   *
   * @throws ToolException if it has not been
   */
  static Path benchmarks() {
    Path jar = SourceTree.root().resolve(JAR);
    if (!Files.exists(jar)) {
      throw new ToolException("there are no benchmarks, " + jar + "; build them with: " + BUILD);
    }
    return jar;
  }

  /**
   * Runs one, until it ends or the user interrupts it.
   *
   * @param what is run, in a word
   * @param arguments main class first
   * @throws ToolException if it fails
   */
  void run(String what, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(java()));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    // This JVM's own first: its transports bring libraries that the benchmarks' jar lacks.
    command.addAll(List.of("-cp", ClassPath.ofThisJvm() + File.pathSeparator + jar));
    command.addAll(arguments);
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException failed) {
      throw new ToolException("cannot start " + what + ": " + Failures.reason(failed));
    }
    try {
      interrupt.react(() -> end(process));
      int code = process.waitFor();
      if (code != 0 && !interrupt.happened()) {
        throw new ToolException(what + " ended with " + code + "; what it said is in " + log);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      end(process);
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** With what it has forked: JMH measures in JVMs of its own again. */
  private static void end(Process process) {
    process.descendants().forEach(ProcessHandle::destroy);
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
