package dev.lockjaw.woven.pools;

import java.util.List;

/** Which classes here hold what woven code calls in place of the JDK. */
public final class Pools {
  /** Their public methods replace the JDK's. */
  public static final List<Class<?>> HOLDERS =
      List.of(
          ExecutorCalls.class,
          ForkCalls.class,
          FutureCalls.class,
          StageCalls.class,
          TimerCalls.class);

  /** Made in place of what they extend. */
  public static final List<Class<?>> STAND_INS =
      List.of(
          WovenPool.class,
          WovenScheduler.class,
          WovenForkJoinPool.class,
          WovenTimer.class,
          WovenTask.class,
          WovenCompletions.class,
          WovenFuture.class);

  private Pools() {}
}
