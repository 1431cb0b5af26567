package dev.lockjaw.input;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Picks items by their ids, from comma lists of names and globs. In a glob, {@code *} stands for
 * any characters and {@code ?} for one. The command line and the JUnit annotations share it, so
 * that both report the same errors. Any thread.
 *
 * @param what the kind of item, in the singular
 * @param asked where the user writes the names, such as {@code --scenario}
 * @param where where the user finds all ids, as a clause
 */
public record Choices<T>(
    String what, String asked, List<T> all, Function<T, String> id, String where) {

  /**
   * The items that the lists name, in the order of {@link #all}; every item if there is no list.
   *
   * @throws InputException if a list has an empty name, or a name that matches no item
   */
  public List<T> pick(List<String> lists) {
    if (lists == null || lists.isEmpty()) {
      return all;
    }
    Set<T> picked = new LinkedHashSet<>();
    for (String list : lists) {
      for (String pattern : list.split(",", -1)) {
        picked.addAll(matching(pattern.strip()));
      }
    }
    List<T> inOrder = new ArrayList<>(all);
    inOrder.retainAll(picked);
    return inOrder;
  }

  private List<T> matching(String pattern) {
    if (pattern.isEmpty()) {
      throw new InputException(asked + " has an empty name in its list");
    }
    Pattern regex = regex(pattern);
    List<T> matching = all.stream().filter(x -> regex.matcher(id.apply(x)).matches()).toList();
    if (matching.isEmpty()) {
      throw new InputException("no " + what + " matches '" + pattern + "'" + advice(pattern));
    }
    return matching;
  }

  /**
   * The item of that name.
   *
   * @throws InputException if there is none
   */
  public T named(String name) {
    return all.stream()
        .filter(x -> id.apply(x).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new InputException("no " + what + " is named '" + name + "'" + advice(name)));
  }

  private String advice(String pattern) {
    List<String> ids = all.stream().map(id).toList();
    return Near.clause(pattern.replaceAll("[*?]", ""), ids) + "; " + where;
  }

  private static Pattern regex(String glob) {
    return Pattern.compile(
        glob.chars()
            .mapToObj(
                c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString((char) c)))
            .collect(Collectors.joining()));
  }
}
