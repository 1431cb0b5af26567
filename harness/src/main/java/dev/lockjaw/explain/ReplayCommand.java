package dev.lockjaw.explain;

import java.util.List;

/** The command that shows a finding again. */
public final class ReplayCommand {
  private static final String COMMAND = "scripts/lockjaw replay ";

  private ReplayCommand() {}

  /** On one line. The token is quoted if a shell could make something else of it. */
  public static String text(String token) {
    return COMMAND + quoted(token);
  }

  /** One word to a shell. */
  static String quoted(String word) {
    String clean = Text.clean(word);
    boolean safe = clean.matches("[A-Za-z0-9_./@%+=:,-]+");
    return safe ? clean : "'" + clean.replace("'", "'\\''") + "'";
  }

  /**
   * On one line of at most {@code width} columns, or else on two that a shell takes as one. The
   * token is never broken or cut, as it has to be copied, so it can stick out.
   */
  static List<String> lines(String token, int width, int indent) {
    String text = text(token);
    String margin = " ".repeat(indent);
    return indent + Text.width(text) <= width
        ? List.of(margin + text)
        : List.of(margin + COMMAND + "\\", margin + text.substring(COMMAND.length()));
  }
}
