package dev.lockjaw.cli.option;

import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.sync.MutexKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Options as given on a command line before it is parsed, or as given to an earlier run. */
public final class GivenOptions {
  private GivenOptions() {}

  /** What an option is given, in that order, be it after a space or an equals sign. */
  static List<String> values(String option, String... args) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      if (args[i].startsWith(option + "=")) {
        values.add(args[i].substring(option.length() + 1));
      } else if (args[i].equals(option) && i + 1 < args.length) {
        values.add(args[++i]);
      }
    }
    return values;
  }

  /** How a finding of a run is shown again, by the header of its results. */
  public static ReplayLine ofRun(RunOptions run) {
    List<String> options = new ArrayList<>();
    if (!run.plugins().isEmpty()) {
      options.addAll(List.of(Plugins.OPTION, String.join(",", run.plugins())));
    }
    if (!run.weave().isEmpty()) {
      options.addAll(List.of(WeaveOption.NAME, String.join(",", run.weave())));
    }
    run.mutex()
        .filter(mutex -> !mutex.equals(MutexKind.JVM.id()))
        .ifPresent(mutex -> options.addAll(List.of(MutexOption.NAME, mutex)));
    return new ReplayLine(options);
  }

  /** How a finding of the command with these arguments is shown again. */
  public static ReplayLine ofReplay(String... args) {
    return new ReplayLine(
        Stream.of(Plugins.OPTION, WeaveOption.NAME, MutexOption.NAME)
            .flatMap(
                option -> values(option, args).stream().flatMap(value -> Stream.of(option, value)))
            .toList());
  }
}
