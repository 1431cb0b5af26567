package dev.lockjaw.docs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Lines that show a text in part: a line of three dots, which may be in a comment, stands for any
 * number of lines.
 *
 * @param lines what is shown
 * @param normal what two lines must agree in to be the same
 */
record Excerpt(List<String> lines, UnaryOperator<String> normal) {
  private static final Set<String> GAPS = Set.of("...", "// ...", "<!-- ... -->");

  /** A line that keeps more than this part of its words is the same line, changed. */
  private static final double CHANGED = 0.25;

  static boolean isGap(String line) {
    return GAPS.contains(line.strip());
  }

  /** Whether it shows that text. */
  boolean shows(List<String> text) {
    return Pattern.compile(
            lines.stream()
                .map(line -> isGap(line) ? "(.*\\n)*" : Pattern.quote(normal.apply(line)) + "\\n")
                .collect(Collectors.joining()))
        .matcher(text.stream().map(line -> normal.apply(line) + "\n").collect(Collectors.joining()))
        .matches();
  }

  private boolean same(String one, String other) {
    return normal.apply(one).equals(normal.apply(other));
  }

  /**
   * The same excerpt of a text that has changed: the cheapest way to turn these lines into those of
   * the text, where a gap takes in lines for nothing.
   */
  List<String> of(List<String> text) {
    double[][] cost = costs(text);
    List<String> fresh = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < lines.size() || j < text.size()) {
      if (i < lines.size() && isGap(lines.get(i))) {
        int from = j;
        while (j < text.size() && cost[i][j] == cost[i][j + 1] && cost[i][j] != cost[i + 1][j]) {
          j++;
        }
        if (j > from) {
          fresh.add(lines.get(i));
        }
        i++;
      } else if (i < lines.size()
          && j < text.size()
          && cost[i][j] == cost[i + 1][j + 1] + change(lines.get(i), text.get(j))) {
        fresh.add(text.get(j));
        i++;
        j++;
      } else if (i < lines.size() && cost[i][j] == cost[i + 1][j] + 1) {
        i++;
      } else {
        fresh.add(text.get(j));
        j++;
      }
    }
    return fresh;
  }

  private double[][] costs(List<String> text) {
    double[][] cost = new double[lines.size() + 1][text.size() + 1];
    for (int i = lines.size(); i >= 0; i--) {
      for (int j = text.size(); j >= 0; j--) {
        double least = i == lines.size() && j == text.size() ? 0 : Double.MAX_VALUE;
        if (i < lines.size() && isGap(lines.get(i))) {
          least = cost[i + 1][j];
          if (j < text.size()) {
            least = Math.min(least, cost[i][j + 1]);
          }
        } else {
          if (i < lines.size()) {
            least = Math.min(least, cost[i + 1][j] + 1);
          }
          if (j < text.size()) {
            least = Math.min(least, cost[i][j + 1] + 1);
          }
          if (i < lines.size() && j < text.size()) {
            least = Math.min(least, cost[i + 1][j + 1] + change(lines.get(i), text.get(j)));
          }
        }
        cost[i][j] = least;
      }
    }
    return cost;
  }

  /** From 0 for the same line to 2, as if one had been left out and another put in. */
  private double change(String one, String other) {
    if (same(one, other)) {
      return 0;
    }
    Set<String> common = words(one);
    Set<String> all = words(one);
    common.retainAll(words(other));
    all.addAll(words(other));
    double kept = (double) common.size() / all.size();
    return kept > CHANGED ? 1 - kept : 1.5 - kept;
  }

  private static Set<String> words(String line) {
    return new HashSet<>(Arrays.asList(line.split("\\W+")));
  }
}
