package dev.lockjaw.cli.compare;

import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.compare.JmhResults;
import dev.lockjaw.reports.results.IoReason;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs Lockjaw's JMH benchmarks. */
final class Benchmarks {
  /** The file for the output of JMH. */
  private static final String LOG = "jmh.log";

  private final Path folder;
  private final MeasuringJvm jvm;
  private final JmhResults results = new JmhResults();
  private int runs;

  /**
   * @param folder for the results of JMH
   */
  Benchmarks(Path folder, Interrupt interrupt) {
    this.folder = folder;
    this.jvm = new MeasuringJvm(MeasuringJvm.benchmarks(), folder.resolve(LOG), interrupt);
  }

  /** Everything measured so far. */
  JmhResults results() {
    return results;
  }

  /**
   * Runs benchmarks.
   *
   * @param which the benchmarks, as JMH selects them
   * @param settings options of JMH
   * @param parameters such as {@code strategy=none,plain}
   */
  void measure(String which, String settings, List<String> parameters) {
    Path file = folder.resolve("jmh-" + ++runs + ".json");
    List<String> arguments = new ArrayList<>(List.of("org.openjdk.jmh.Main", which, "-rf", "json"));
    arguments.addAll(List.of("-rff", file.toString()));
    for (String parameter : parameters) {
      arguments.addAll(List.of("-p", parameter));
    }
    arguments.addAll(List.of(settings.split(" ")));
    jvm.run("JMH", arguments);
    try {
      results.add(file);
    } catch (IOException unreadable) {
      throw new ToolException("cannot read JMH's " + file + ": " + IoReason.of(unreadable));
    }
  }
}
