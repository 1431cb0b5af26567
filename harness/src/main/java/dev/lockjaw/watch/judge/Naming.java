package dev.lockjaw.watch.judge;

import java.util.HashMap;
import java.util.Map;

/** Names for what findings speak of: each is given once, in the order in which it is needed. */
final class Naming {
  private final StackSource source;
  private final Map<String, Integer> used = new HashMap<>();
  private int locks;

  Naming(StackSource source) {
    this.source = source;
  }

  /** A symbol of the program, a given name, or a number. */
  String lock(long object, String given) {
    String symbol = given == null ? source.object(object) : given;
    return symbol == null ? "lock " + ++locks : distinct(symbol);
  }

  /** The name, with a number from the second use on. */
  String distinct(String name) {
    int times = used.merge(name, 1, Integer::sum);
    return times == 1 ? name : name + " (" + times + ")";
  }
}
