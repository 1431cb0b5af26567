package dev.lockjaw.cli.option;

import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.terminal.Launcher;
import dev.lockjaw.explain.Near;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Picks items by their ids, from comma lists of names and globs. In a glob, {@code *} stands for
 * any characters and {@code ?} for one.
 *
 * @param what the kind of item in the singular, as the command {@code list} names it
 * @param where where the user finds all ids, as a clause
 */
public record Patterns<T>(String what, List<T> all, Function<T, String> id, String where) {

  /** Items that the command {@code list} shows. */
  public Patterns(String what, List<T> all, Function<T, String> id) {
    this(what, all, id, "see them all with: " + Launcher.COMMAND + " list " + plural(what));
  }

  /** The items that the lists name, in the order of {@code all}; every item if there is no list. */
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
      throw new UsageException("--" + what + " has an empty name in its list");
    }
    Pattern regex = regex(pattern);
    List<T> matching = all.stream().filter(x -> regex.matcher(id.apply(x)).matches()).toList();
    if (matching.isEmpty()) {
      throw new UsageException("no " + what + " matches '" + pattern + "'" + advice(pattern));
    }
    return matching;
  }

  /** The item of that name. */
  public T named(String name) {
    return all.stream()
        .filter(x -> id.apply(x).equals(name))
        .findFirst()
        .orElseThrow(
            () -> new UsageException("no " + what + " is named '" + name + "'" + advice(name)));
  }

  private String advice(String pattern) {
    List<String> ids = all.stream().map(id).toList();
    return Near.clause(pattern.replaceAll("[*?]", ""), ids) + "; " + where;
  }

  private static String plural(String what) {
    return what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
  }

  private static Pattern regex(String glob) {
    return Pattern.compile(
        glob.chars()
            .mapToObj(
                c -> c == '*' ? ".*" : c == '?' ? "." : Pattern.quote(Character.toString((char) c)))
            .collect(Collectors.joining()));
  }
}
