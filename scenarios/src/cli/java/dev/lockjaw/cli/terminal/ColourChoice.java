package dev.lockjaw.cli.terminal;

import java.util.Locale;
import java.util.Map;

/** The values of {@code --color}. */
public enum ColourChoice {
  /** Colour on a terminal, unless the variable NO_COLOR is set and not empty (no-color.org). */
  AUTO,
  ALWAYS,
  NEVER;

  public static final String OPTION = "--color";

  /**
   * The choice on a command line that is not parsed yet, since errors of parsing are coloured too.
   * A wrong value is AUTO here; parsing reports it later.
   */
  public static ColourChoice of(String... args) {
    ColourChoice choice = AUTO;
    for (int i = 0; i < args.length && !args[i].equals("--"); i++) {
      if (args[i].startsWith(OPTION + "=")) {
        choice = named(args[i].substring(OPTION.length() + 1));
      } else if (args[i].equals(OPTION) && i + 1 < args.length) {
        choice = named(args[i + 1]);
      }
    }
    return choice;
  }

  private static ColourChoice named(String name) {
    for (ColourChoice choice : values()) {
      if (choice.id().equals(name)) {
        return choice;
      }
    }
    return AUTO;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean colour(boolean terminal, Map<String, String> environment) {
    return switch (this) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    };
  }
}
