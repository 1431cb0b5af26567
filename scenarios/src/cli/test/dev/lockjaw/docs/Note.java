package dev.lockjaw.docs;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A comment in a page that says where what follows is from.
 *
 * @param kind which
 * @param date when the command ran, where one did
 * @param source a command, a file or the name of what generates it
 */
record Note(Kind kind, String date, String source) {
  /** Where it is from. */
  enum Kind {
    /** A command that an update can run again. */
    RUN,
    /** A command that takes too long for that. */
    MEASURED,
    /** A file of this repository that is compiled or compared by a test. */
    FROM,
    /** {@link Generated}. */
    GENERATED
  }

  private static final Pattern DATED =
      Pattern.compile("<!-- (run|measured) (\\d{4}-\\d\\d-\\d\\d): (.+) -->");
  private static final Pattern UNDATED = Pattern.compile("<!-- (from|generated:) (.+) -->");

  static Optional<Note> of(String line) {
    Matcher dated = DATED.matcher(line);
    if (dated.matches()) {
      return Optional.of(new Note(kind(dated.group(1)), dated.group(2), dated.group(3)));
    }
    Matcher undated = UNDATED.matcher(line);
    return undated.matches()
        ? Optional.of(new Note(kind(undated.group(1)), "", undated.group(2)))
        : Optional.empty();
  }

  private static Kind kind(String word) {
    return Kind.valueOf(word.replace(":", "").toUpperCase(Locale.ROOT));
  }

  String text() {
    String word = kind.name().toLowerCase(Locale.ROOT);
    return switch (kind) {
      case RUN, MEASURED -> "<!-- " + word + " " + date + ": " + source + " -->";
      case FROM -> "<!-- from " + source + " -->";
      case GENERATED -> "<!-- generated: " + source + " -->";
    };
  }
}
