package dev.lockjaw.woven;

import dev.lockjaw.result.Act;

/**
 * A place in woven code that does something other threads may see.
 *
 * @param id unique within this JVM
 * @param place the unit that is learned to be shared: a field, or else this site itself
 * @param kind what sort of act it is
 * @param type the simple name of the class it is in
 * @param method the name of the method it is in
 * @param line its line, or 0 if the class doesn't know
 * @param what it does, such as {@code read closed}
 * @param object what it does that to, where the code gives it a name, such as {@code Link.lock};
 *     else empty
 */
public record Site(
    int id,
    int place,
    Act.Kind kind,
    String type,
    String method,
    int line,
    String what,
    String object) {
  /** As a step of an interleaving: {@code Link.send line 31: read closed}. */
  public Act act() {
    return Act.of(kind, object, where() + ": " + what);
  }

  /** {@code Link.send line 31}. */
  public String where() {
    return type + '.' + method + (line > 0 ? " line " + line : "");
  }
}
