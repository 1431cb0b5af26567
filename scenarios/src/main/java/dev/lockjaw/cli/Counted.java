package dev.lockjaw.cli;

/** Numbers of things in sentences. */
final class Counted {
  private Counted() {}

  /** Such as {@code 1 cell}, {@code 2 cells}. */
  static String of(long number, String thing) {
    return of(number, thing, thing + "s");
  }

  static String of(long number, String one, String more) {
    return number + " " + (number == 1 ? one : more);
  }
}
