package dev.lockjaw.weave;

import dev.lockjaw.mark.Marks;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Which classes are woven, as patterns: {@code com.example.link} for one package, {@code
 * com.example.link..} for it and those below, {@code com.example.Link} for one class and those
 * nested in it. Any thread.
 */
public final class Scope {
  private static final List<String> NEVER =
      List.of("java.", "javax.", "jdk.", "sun.", "org.junit.", "org.opentest4j.");

  private final List<String> patterns;
  private final Set<String> unmatched = ConcurrentHashMap.newKeySet();
  private final Set<String> seen = ConcurrentHashMap.newKeySet();

  public Scope(List<String> patterns) {
    this.patterns = List.copyOf(patterns);
    unmatched.addAll(patterns);
  }

  /**
   * Whether a class is to be woven. Classes of the JDK, of JUnit and of Lockjaw never are.
   *
   * @param type with dots between its packages
   */
  public boolean includes(String type) {
    if (never(type)) {
      return false;
    }
    seen.add(type.substring(0, Math.max(0, type.lastIndexOf('.'))));
    boolean included = false;
    for (String pattern : patterns) {
      if (matches(pattern, type)) {
        unmatched.remove(pattern);
        included = true;
      }
    }
    return included;
  }

  /** As {@link #includes}, without taking note of it. */
  boolean covers(String type) {
    return !never(type) && patterns.stream().anyMatch(pattern -> matches(pattern, type));
  }

  /** Whether a class is of the JDK, of JUnit or of Lockjaw. */
  public static boolean never(String type) {
    return Marks.ours(type) || NEVER.stream().anyMatch(type::startsWith);
  }

  private static boolean matches(String pattern, String type) {
    String inPackage = type.substring(0, Math.max(0, type.lastIndexOf('.')));
    if (pattern.endsWith("..")) {
      String root = pattern.substring(0, pattern.length() - 2);
      return root.isEmpty() || inPackage.equals(root) || inPackage.startsWith(root + '.');
    }
    return inPackage.equals(pattern) || type.equals(pattern) || type.startsWith(pattern + '$');
  }

  public List<String> patterns() {
    return patterns;
  }

  /** Patterns that have matched no class so far. */
  public List<String> unmatched() {
    return patterns.stream().filter(unmatched::contains).toList();
  }

  /** The packages of the classes that this was asked about so far. */
  public Set<String> seen() {
    return Set.copyOf(seen);
  }
}
