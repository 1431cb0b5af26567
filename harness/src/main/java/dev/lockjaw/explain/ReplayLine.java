package dev.lockjaw.explain;

import java.util.List;
import java.util.stream.Collectors;

/** The command that shows a finding again. */
public final class ReplayLine {
  private static final String COMMAND = "scripts/lockjaw replay ";

  /** One process, one command line. */
  private static volatile List<String> given = List.of();

  private ReplayLine() {}

  /**
   * Says what this process, or the run whose results it reads, was told on its command line that a
   * replay has to be told too, such as where a user's own sessions are. To be called before
   * anything is explained.
   */
  public static void given(List<String> options) {
    given = List.copyOf(options);
  }

  /** On one line. Text that a shell would interpret is quoted. */
  public static String text(String token) {
    return COMMAND + quoted(token) + options();
  }

  /** What was {@link #given}, each after a space. */
  static String options() {
    return given.stream().map(option -> ' ' + quoted(option)).collect(Collectors.joining());
  }

  /** One word to a shell. */
  static String quoted(String word) {
    String clean = Text.clean(word);
    boolean safe = clean.matches("[A-Za-z0-9_./@%+=:,-]+");
    return safe ? clean : "'" + clean.replace("'", "'\\''") + "'";
  }

  /**
   * One line of at most {@code width} columns, or else two lines that a shell reads as one. The
   * token is copied by users, so it is never broken or cut and may exceed the width.
   */
  static List<String> lines(String token, int width, int indent) {
    String text = text(token);
    String margin = " ".repeat(indent);
    return indent + Text.width(text) <= width
        ? List.of(margin + text)
        : List.of(margin + COMMAND + "\\", margin + text.substring(COMMAND.length()));
  }
}
