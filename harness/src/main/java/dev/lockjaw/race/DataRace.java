package dev.lockjaw.race;

import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Two accesses that nothing orders.
 *
 * @param what they access, as a noun
 * @param key the same for each race of the same shape
 * @param advice what would order them, as a sentence without a full stop
 */
record DataRace(String what, String key, String advice, Access earlier, Access later) {
  private static final String A_LOCK = "A lock that both threads hold there would order them";

  /**
   * @param name of what they access in the code; empty if it has none
   * @param on the object, or the owner of the field
   */
  static DataRace of(String name, Object on, Access earlier, Access later) {
    if (later.site().field()) {
      boolean counts = earlier.site().where().equals(later.site().where());
      String advice = A_LOCK + ", and so would " + (counts ? "an atomic" : "a volatile field");
      return new DataRace(name, name, advice, earlier, later);
    }
    String noun = noun(on);
    return new DataRace(
        name.isEmpty() ? noun : name, noun + places(earlier, later), A_LOCK, earlier, later);
  }

  private static String noun(Object on) {
    String type = on instanceof ByteBuffer ? "ByteBuffer" : on.getClass().getSimpleName();
    String article = "AEIOUaeiou".indexOf(type.charAt(0)) < 0 ? "a " : "an ";
    return on.getClass().isArray()
        ? "an element of " + article + type.substring(0, type.length() - 2) + " array"
        : article + type;
  }

  /** Objects have no name of their own, so a fault is identified by where it is. */
  private static String places(Access earlier, Access later) {
    return Stream.of(earlier, later)
        .map(access -> access.site().type() + '.' + access.site().method())
        .distinct()
        .sorted()
        .collect(Collectors.joining(" and ", " in ", ""));
  }

  Finding finding() {
    return new Finding(
        FindingKind.DATA_RACE,
        later.name()
            + (later.write() ? " writes " : " reads ")
            + what
            + " at "
            + later.site().where()
            + ", "
            + earlier.name()
            + (earlier.write() ? " wrote it at " : " read it at ")
            + earlier.site().where()
            + ", and nothing orders the two: "
            + locks()
            + ". "
            + advice,
        List.of(
            evidence(later, (later.write() ? "writes " : "reads ") + what),
            evidence(earlier, (earlier.write() ? "wrote " : "read ") + what + " before that")),
        null);
  }

  private String locks() {
    return earlier.held().isEmpty() && later.held().isEmpty()
        ? "neither holds a lock"
        : locks(later) + ", and " + locks(earlier);
  }

  private static String locks(Access access) {
    String held = access.held().stream().map(Held::lock).collect(Collectors.joining(" and "));
    return access.name() + " holds " + (held.isEmpty() ? "no lock" : held);
  }

  private static ThreadEvidence evidence(Access access, String doing) {
    return new ThreadEvidence(access.name(), doing, access.held(), null, access.stack());
  }
}
