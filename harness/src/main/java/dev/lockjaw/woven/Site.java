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
 * @param memory what it means to the memory model
 * @param subject the data that it accesses as a person reads it, such as {@code Link.closed}; else
 *     empty
 * @param lingers whether what is called may call back or wait, so that it is left in a step of its
 *     own
 * @param at the line with the full name of its class and with its file; null if it has none
 */
public record Site(
    int id,
    int place,
    Act.Kind kind,
    String type,
    String method,
    int line,
    String what,
    String object,
    Memory memory,
    String subject,
    boolean lingers,
    StackTraceElement at) {
  /**
   * As a step of an interleaving of the calling thread: {@code Link.send line 31: read closed}. A
   * site without a line is in a class of Lockjaw's that stands in for one of the JDK's: the line is
   * that of the call, as in {@code Link.send line 31: Executor.execute: hand over a task}.
   */
  public Act act() {
    if (at != null) {
      return act(kind, what);
    }
    StackTraceElement call = CallingLine.find().orElse(null);
    String caller = call == null ? "" : CallingLine.text(call) + ": ";
    return Act.of(kind, object, caller + where() + ": " + what).doneAt(call);
  }

  /** Another act at this place. */
  public Act act(Act.Kind other, String does) {
    return Act.of(other, object, where() + ": " + does).doneAt(at);
  }

  /** Whether it is an access to a field. */
  public boolean field() {
    return kind == Act.Kind.WORD && !subject.isEmpty();
  }

  Site with(int number, Memory meaning, String data, boolean staying) {
    return new Site(
        number, place, kind, type, method, line, what, object, meaning, data, staying, at);
  }

  /** {@code Link.send line 31}. */
  public String where() {
    return where(type, method, line);
  }

  /** A place in code, as a person reads it. */
  public static String where(String type, String method, int line) {
    return type + '.' + method + (line > 0 ? " line " + line : "");
  }
}
