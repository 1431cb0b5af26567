package dev.lockjaw.woven.chance;

import java.util.List;

/** Which classes here hold what woven code calls in place of the JDK. */
public final class Chances {
  /** Their public methods replace the JDK's. */
  public static final List<Class<?>> HOLDERS = List.of(ChanceCalls.class, ClockCalls.class);

  /** Made in place of what they extend. */
  public static final List<Class<?>> STAND_INS = List.of(WovenRandom.class, WovenDate.class);

  private Chances() {}
}
