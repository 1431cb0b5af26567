package dev.lockjaw.explain;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The command that shows a finding again. Immutable; any thread.
 *
 * @param options the words that a replay needs besides the token, such as {@code --plugin} and a
 *     path: without them it would not find the user's own sessions, or would run other mutexes
 */
public record ReplayLine(List<String> options) {
  /** A token is all that a replay needs. */
  public static final ReplayLine BARE = new ReplayLine(List.of());

  private static final String COMMAND = "scripts/lockjaw replay ";

  public ReplayLine {
    options = List.copyOf(options);
  }

  /** The command on one line. Words that a shell would change are quoted. */
  public String text(String token) {
    return COMMAND + quoted(token) + tail();
  }

  /** The options, each after a space. */
  String tail() {
    return options.stream().map(option -> ' ' + quoted(option)).collect(Collectors.joining());
  }

  /** One word to a shell. */
  static String quoted(String word) {
    String clean = Text.clean(word);
    boolean safe = clean.matches("[A-Za-z0-9_./@%+=:,-]+");
    return safe ? clean : "'" + clean.replace("'", "'\\''") + "'";
  }

  /**
   * The command on one line of at most {@code width} columns, or on two that a shell takes as one.
   * The token is never broken or cut, because people copy it, so it may exceed the width.
   */
  List<String> lines(String token, int width, int indent) {
    String text = text(token);
    String margin = " ".repeat(indent);
    return indent + Text.width(text) <= width
        ? List.of(margin + text)
        : List.of(margin + COMMAND + "\\", margin + text.substring(COMMAND.length()));
  }
}
