package dev.lockjaw.cli;

import dev.lockjaw.child.ClassPath;
import dev.lockjaw.compare.JmhResults;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs Lockjaw's JMH benchmarks in a JVM of their own: this one does without the optimising
 * compiler, and what it would measure would be worth nothing.
 */
final class Benchmarks {
  /** Where JMH's own output goes. */
  static final String LOG = "jmh.log";

  private static final String JAR = "scenarios/src/jmh/target/benchmarks.jar";
  private static final String BUILD =
      "mvn -Dmaven.test.skip=true package -pl scenarios/src/jmh -am";

  private final Path jar;
  private final Path folder;
  private final Interrupt interrupt;
  private final JmhResults results = new JmhResults();
  private int runs;

  /**
   * @param folder where JMH's results go
   */
  Benchmarks(Path folder, Interrupt interrupt) {
    this.jar = jar();
    this.folder = folder;
    this.interrupt = interrupt;
  }

  /**
   * Where the benchmarks are built.
   *
   * @throws ToolException if they have not been
   */
  static Path jar() {
    Path jar = root().resolve(JAR);
    if (!Files.exists(jar)) {
      throw new ToolException("there are no benchmarks, " + jar + "; build them with: " + BUILD);
    }
    return jar;
  }

  /** The checkout, of which this class is in {@code scenarios/target/something}. */
  private static Path root() {
    CodeSource source = Benchmarks.class.getProtectionDomain().getCodeSource();
    try {
      Path own = Path.of(source.getLocation().toURI()).toAbsolutePath();
      return own.getParent().getParent().getParent();
    } catch (URISyntaxException | NullPointerException elsewhere) {
      throw new ToolException("cannot tell where Lockjaw's benchmarks are: it was not built here");
    }
  }

  /** Everything measured so far. */
  JmhResults results() {
    return results;
  }

  /**
   * Measures.
   *
   * @param which as JMH selects benchmarks
   * @param settings of JMH, as on its command line
   * @param parameters such as {@code strategy=none,plain}
   */
  void measure(String which, String settings, String... parameters) {
    Path file = folder.resolve("jmh-" + ++runs + ".json");
    List<String> command = new ArrayList<>(List.of(java()));
    if (Runtime.version().feature() >= 24) {
      command.add("--enable-native-access=ALL-UNNAMED");
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    // This JVM's own first: its transports bring libraries that the benchmarks' jar lacks.
    command.addAll(List.of("-cp", ClassPath.ofThisJvm() + File.pathSeparator + jar));
    command.addAll(List.of("org.openjdk.jmh.Main", which, "-rf", "json"));
    command.addAll(List.of("-rff", file.toString()));
    for (String parameter : parameters) {
      command.addAll(List.of("-p", parameter));
    }
    command.addAll(List.of(settings.split(" ")));
    run(command);
    try {
      results.add(file);
    } catch (IOException unreadable) {
      throw new ToolException("cannot read JMH's " + file + ": " + Failures.reason(unreadable));
    }
  }

  private static String java() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  private void run(List<String> command) {
    File log = folder.resolve(LOG).toFile();
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
              .start();
    } catch (IOException failed) {
      throw new ToolException("cannot start JMH: " + Failures.reason(failed));
    }
    try {
      interrupt.react(() -> end(process));
      int code = process.waitFor();
      if (code != 0 && !interrupt.happened()) {
        throw new ToolException("JMH ended with " + code + "; what it said is in " + log);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    } finally {
      end(process);
    }
  }

  /** JMH, and the JVM that it measures in. */
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
