package dev.lockjaw.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines between words. A word that is too long, such as a path, stays whole. */
public final class Lines {
  private Lines() {}

  /** Lines of at most {@code width} columns. */
  public static List<String> wrap(String text, int width) {
    return hang("", text, width);
  }

  /** Like {@link #wrap}, with {@code first} before the first line and spaces before the others. */
  public static List<String> hang(String first, String text, int width) {
    String indent = " ".repeat(first.length());
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder(first);
    for (String word : text.strip().split("\\s+")) {
      boolean begun = line.length() > indent.length();
      if (begun && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        begun = false;
      }
      line.append(begun ? " " : "").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
