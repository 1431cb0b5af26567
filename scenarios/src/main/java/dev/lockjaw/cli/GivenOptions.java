package dev.lockjaw.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Options as they are on a command line that is yet to be parsed. */
final class GivenOptions {
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

  /** Those that a replay of what is found needs too. */
  static List<String> ofReplay(String... args) {
    return Stream.of(Plugins.OPTION, MutexOption.NAME)
        .flatMap(option -> values(option, args).stream().flatMap(value -> Stream.of(option, value)))
        .toList();
  }
}
