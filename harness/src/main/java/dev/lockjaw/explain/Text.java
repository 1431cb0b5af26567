package dev.lockjaw.explain;

import java.util.ArrayList;
import java.util.List;

/** Text for a terminal. Widths count code points. */
public final class Text {
  /** Stands for a space at which {@link #wrap} doesn't break. */
  public static final char TIED = '\u00a0';

  private static final String CUT = "...";

  private Text() {}

  /**
   * Text from outside, made safe to print: on one line, without terminal escapes and without
   * controls that reorder text, such as bidirectional ones.
   */
  public static String clean(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().forEach(point -> clean.appendCodePoint(clean(point)));
    return clean.toString();
  }

  private static int clean(int point) {
    return switch (Character.getType(point)) {
      case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
          ' ';
      case Character.CONTROL -> Character.isWhitespace(point) ? ' ' : '?';
      case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED ->
          '?';
      default -> point;
    };
  }

  public static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  /** Text cut to at most {@code width} columns; it ends with dots if something was left out. */
  public static String cut(String text, int width) {
    if (width(text) <= width) {
      return text;
    }
    String dots = CUT.substring(0, Math.min(CUT.length(), Math.max(0, width)));
    return text.substring(0, text.offsetByCodePoints(0, Math.max(0, width - dots.length()))) + dots;
  }

  /** Text padded on the right to {@code width} columns. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Text padded on the left to {@code width} columns. */
  public static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - width(text))) + text;
  }

  /** A number of things, such as {@code 1 cell} or {@code 2 cells}. */
  public static String count(long number, String thing) {
    return count(number, thing, thing + "s");
  }

  /** A number of things with an irregular plural, such as {@code 2 entries}. */
  public static String count(long number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }

  /** Names in a sentence: {@code a, b and c}. */
  public static String and(List<String> names) {
    int last = names.size() - 1;
    return last < 1
        ? String.join("", names)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  /** Lines of at most {@code width} columns. Breaks a word only where it alone is wider. */
  public static List<String> wrap(String text, int width) {
    return wrap(text, width, true);
  }

  /**
   * Lines of at most {@code width} columns, with every word whole, so that a path or a command can
   * be copied: one that is wider sticks out.
   */
  public static List<String> wrapWords(String text, int width) {
    return wrap(text, width, false);
  }

  private static List<String> wrap(String text, int width, boolean breaking) {
    int most = Math.max(1, width);
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split("\\s+")) {
      String rest = word;
      if (!line.isEmpty() && width(line.toString()) + 1 + width(rest) > most) {
        lines.add(line.toString());
        line.setLength(0);
      }
      while (breaking && width(rest) > most) {
        int end = rest.offsetByCodePoints(0, most);
        lines.add(rest.substring(0, end));
        rest = rest.substring(end);
      }
      line.append(line.isEmpty() ? "" : " ").append(rest);
    }
    lines.add(line.toString());
    return lines.stream().map(done -> done.replace(TIED, ' ')).toList();
  }

  /**
   * Lines of at most {@code width} columns. The first begins with {@code first}, the others with as
   * many spaces.
   */
  public static List<String> hang(String first, String text, int width) {
    return hang(first, wrap(text, width - width(first)));
  }

  /** As {@link #hang(String, String, int)}, with every word whole as in {@link #wrapWords}. */
  public static List<String> hangWords(String first, String text, int width) {
    return hang(first, wrapWords(text, width - width(first)));
  }

  private static List<String> hang(String first, List<String> lines) {
    List<String> hung = new ArrayList<>();
    for (String line : lines) {
      hung.add((hung.isEmpty() ? first : " ".repeat(width(first))) + line);
    }
    return hung;
  }
}
