package dev.lockjaw.reports.html;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a step of an interleaving does, as far as a diagram shows it. A step in words that are not
 * known here is {@link Kind#OTHER}, and shown as the text that it is.
 *
 * @param what the lock, or the operation of the TLS stack; empty if the words name none
 * @param holder who has the lock that is asked for; several are separated by a comma and a blank
 */
record Act(Kind kind, String what, String holder) {
  enum Kind {
    /** Takes a lock that was free. */
    LOCK,
    /** Takes a lock that others may share. */
    SHARE,
    /** Takes a lock that it has already, and may have. */
    RELOCK,
    /** Asks for a lock that it has already, and may not have twice. */
    REFUSED,
    /** Asks for a lock that another has. */
    ASK,
    UNLOCK,
    /** Goes no further until something happens. */
    WAIT,
    /** Enters the TLS stack. */
    ENTER,
    LEAVE,
    /** Calls back into the application. */
    DELIVER,
    /** The TLS stack reads or writes the wire. */
    WIRE,
    /** Is about to enter the TLS stack, or finds that it can't. */
    LOOK,
    OTHER
  }

  private record Rule(Kind kind, Pattern form) {}

  /** The first that fits counts. */
  private static final List<Rule> RULES =
      List.of(
          rule(Kind.REFUSED, "lock (?<what>.+?)(?: alone| shared)?: already held by this thread"),
          rule(Kind.RELOCK, "lock (?<what>.+) again, \\d+ deep"),
          rule(Kind.SHARE, "(?:lock|has) (?<what>.+) shared"),
          rule(Kind.LOCK, "has the lock alone"),
          rule(Kind.LOCK, "lock (?<what>.+?)(?: alone)?"),
          rule(Kind.ASK, "ask for (?<what>.+?)(?: alone| shared)?: held by (?<holder>.+)"),
          rule(Kind.UNLOCK, "unlock (?<what>.+)"),
          rule(Kind.WAIT, "waits for .+|is blocked in foreign code"),
          rule(Kind.ENTER, "enter (?<what>handshake|read|write|free)"),
          rule(Kind.LEAVE, "leave (?<what>handshake|read|write|free)"),
          rule(Kind.DELIVER, "deliver"),
          rule(Kind.WIRE, "(?:read|write) wire"),
          rule(Kind.LOOK, "finds the session (?:alive|closed)"));

  static Act of(String action) {
    for (Rule rule : RULES) {
      Matcher form = rule.form().matcher(action);
      if (form.matches()) {
        return new Act(rule.kind(), group(rule, form, "what"), group(rule, form, "holder"));
      }
    }
    return new Act(Kind.OTHER, "", "");
  }

  private static Rule rule(Kind kind, String form) {
    return new Rule(kind, Pattern.compile(form, Pattern.DOTALL));
  }

  private static String group(Rule rule, Matcher form, String name) {
    return rule.form().pattern().contains("(?<" + name + ">") ? form.group(name) : "";
  }
}
