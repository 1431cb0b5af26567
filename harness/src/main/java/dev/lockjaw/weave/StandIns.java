package dev.lockjaw.weave;

import dev.lockjaw.woven.calls.Calls;
import dev.lockjaw.woven.chance.Chances;
import dev.lockjaw.woven.meeting.Meetings;
import dev.lockjaw.woven.pools.Pools;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.objectweb.asm.Type;

/**
 * Classes of the JDK of which woven code makes a subclass instead, or extends that, with the same
 * constructors.
 */
final class StandIns {
  private static final Map<String, String> MADE = byName(type -> true);
  private static final Map<String, String> EXTENDED =
      byName(type -> !Modifier.isFinal(type.getModifiers()));

  private StandIns() {}

  private static Map<String, String> byName(Predicate<Class<?>> which) {
    return Stream.of(Calls.STAND_INS, Pools.STAND_INS, Meetings.STAND_INS, Chances.STAND_INS)
        .flatMap(List::stream)
        .filter(which)
        .collect(
            Collectors.toMap(
                standIn -> Type.getInternalName(standIn.getSuperclass()), Type::getInternalName));
  }

  /** What is made instead of a class; the class itself if nothing is. */
  static String of(String internalName) {
    return MADE.getOrDefault(internalName, internalName);
  }

  /** What is extended instead of a class; the class itself if nothing is. */
  static String above(String internalName) {
    return EXTENDED.getOrDefault(internalName, internalName);
  }
}
