package dev.lockjaw.weave;

import dev.lockjaw.woven.calls.Calls;
import java.util.Map;
import java.util.stream.Collectors;
import org.objectweb.asm.Type;

/** Classes of the JDK of which woven code makes a subclass instead, with the same constructors. */
final class StandIns {
  private static final Map<String, String> BY_NAME =
      Calls.STAND_INS.stream()
          .collect(
              Collectors.toMap(
                  standIn -> Type.getInternalName(standIn.getSuperclass()), Type::getInternalName));

  private StandIns() {}

  static String of(String internalName) {
    return BY_NAME.getOrDefault(internalName, internalName);
  }
}
