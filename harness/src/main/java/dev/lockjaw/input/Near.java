package dev.lockjaw.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Finds the names that somebody may have meant. */
public final class Near {
  private static final int MOST = 3;

  private Near() {}

  /** The known names that are near to one that isn't known, nearest first; may be empty. */
  public static List<String> to(String wanted, Collection<String> known) {
    String word = wanted.toLowerCase(Locale.ROOT);
    return known.stream()
        .filter(name -> isNear(word, name))
        .sorted(Comparator.comparingInt(name -> distance(word, name)))
        .limit(MOST)
        .toList();
  }

  /** As {@link #to}, as a clause that begins with a semicolon; empty if there are none. */
  public static String clause(String wanted, Collection<String> known) {
    List<String> near = to(wanted, known);
    return near.isEmpty() ? "" : "; near: " + String.join(", ", near);
  }

  private static boolean isNear(String word, String name) {
    boolean part = word.length() >= 3 && (name.contains(word) || word.contains(name));
    return part || distance(word, name) <= Math.max(2, word.length() / 3);
  }

  /** Insertions, deletions, replacements and swaps of neighbours that make one of the other. */
  static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
