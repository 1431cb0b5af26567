package dev.lockjaw.woven.calls;

import java.util.List;

/** Which classes hold what woven code calls in place of the JDK. */
public final class Calls {
  /** Their public methods replace the JDK's. */
  public static final List<Class<?>> HOLDERS =
      List.of(
          LockCalls.class,
          ConditionCalls.class,
          StampCalls.class,
          PermitCalls.class,
          ObjectCalls.class,
          QueueCalls.class,
          ThreadCalls.class,
          BuilderCalls.class,
          TimeCalls.class,
          ExitCalls.class);

  /** Made in place of what they extend. */
  public static final List<Class<?>> STAND_INS = List.of(WovenLock.class, WovenReadWriteLock.class);

  private Calls() {}
}
