package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.context.SourceTree;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.process.ClassPath;
import dev.lockjaw.reports.results.IoReason;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Measures in a JVM of its own. This JVM runs without the optimising compiler, so its measurements
 * would be worthless.
 *
 * @param log the file for the output of that JVM
 */
record MeasuringJvm(Path jar, Path log, Interrupt interrupt) {
  private static final String JAR = "scenarios/src/jmh/target/benchmarks.jar";
  private static final String BUILD =
      "mvn -Dmaven.test.skip=true package -pl scenarios/src/jmh -am";

  /**
   * The JVM for the benchmarks in this checkout.
   *
   * @throws ToolException if they have not been built
   */
  static Path benchmarks() {
    Path jar = SourceTree.root().resolve(JAR);
    if (!Files.exists(jar)) {
      throw new ToolException("the benchmarks are missing: " + jar + "; build them with: " + BUILD);
    }
    return jar;
  }

  /**
   * Runs a program until it ends, or until Ctrl-C.
   *
   * @param what the name of the program, in a word
   * @param arguments main class first
   * @throws ToolException if the program fails
   */
  void run(String what, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(java()));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    // The class path of this JVM comes first: the transports need libraries that the jar lacks.
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
      throw new ToolException("cannot start " + what + ": " + IoReason.of(failed));
    }
    try {
      interrupt.react(() -> end(process));
      int code = process.waitFor();
      if (code != 0 && !interrupt.happened()) {
        throw new ToolException(
            what + " ended with exit code " + code + "; its output is in " + log);
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

  /** Stops the program and its forks, since JMH forks JVMs. */
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
