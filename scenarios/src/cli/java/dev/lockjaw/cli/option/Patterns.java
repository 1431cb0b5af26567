package dev.lockjaw.cli.option;

import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.terminal.Launcher;
import dev.lockjaw.input.Choices;
import dev.lockjaw.input.InputException;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * {@link Choices} on the command line, where a wrong one is a usage error.
 *
 * @param what the kind of item in the singular, as the command {@code list} names it
 * @param where where the user finds all ids, as a clause
 */
public record Patterns<T>(String what, List<T> all, Function<T, String> id, String where) {

  /** Items that the command {@code list} shows. */
  public Patterns(String what, List<T> all, Function<T, String> id) {
    this(what, all, id, "see them all with: " + Launcher.COMMAND + " list " + plural(what));
  }

  /**
   * The items that the lists name, in the order of {@code all}; every item if there is no list.
   *
   * @throws UsageException if a list has an empty name, or a name that matches no item
   */
  public List<T> pick(List<String> lists) {
    return picked(() -> names().pick(lists));
  }

  /**
   * The item of that name.
   *
   * @throws UsageException if there is none
   */
  public T named(String name) {
    return picked(() -> names().named(name));
  }

  private Choices<T> names() {
    return new Choices<>(what, "--" + what, all, id, where);
  }

  private static <R> R picked(Supplier<R> pick) {
    try {
      return pick.get();
    } catch (InputException wrong) {
      throw new UsageException(wrong.getMessage());
    }
  }

  private static String plural(String what) {
    return what.endsWith("y") ? what.substring(0, what.length() - 1) + "ies" : what + "s";
  }
}
