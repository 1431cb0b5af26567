package dev.lockjaw.watch.hook;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.concurrent.locks.AbstractQueuedLongSynchronizer;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What a lock of java.util.concurrent is known by: the synchronizer that its read lock, its write
 * lock and its conditions share. Needs {@code java.util.concurrent.locks} to be open to the boot
 * loader's unnamed module, which the agent sees to; without, each object stands for itself. Any
 * thread.
 */
final class Syncs {
  private static final VarHandle READ =
      find(ReentrantReadWriteLock.ReadLock.class, "sync", "ReentrantReadWriteLock$Sync");
  private static final VarHandle WRITE =
      find(ReentrantReadWriteLock.WriteLock.class, "sync", "ReentrantReadWriteLock$Sync");
  private static final VarHandle LOCK = find(ReentrantLock.class, "sync", "ReentrantLock$Sync");
  private static final VarHandle CONDITION =
      find(
          AbstractQueuedSynchronizer.ConditionObject.class,
          "this$0",
          AbstractQueuedSynchronizer.class.getSimpleName());
  private static final VarHandle LONG_CONDITION =
      find(
          AbstractQueuedLongSynchronizer.ConditionObject.class,
          "this$0",
          AbstractQueuedLongSynchronizer.class.getSimpleName());

  private Syncs() {}

  private static VarHandle find(Class<?> owner, String field, String type) {
    try {
      return MethodHandles.privateLookupIn(owner, MethodHandles.lookup())
          .findVarHandle(owner, field, Class.forName("java.util.concurrent.locks." + type))
          .withInvokeBehavior();
    } catch (ReflectiveOperationException | RuntimeException closed) {
      return null;
    }
  }

  static Object of(Object lock) {
    if (lock instanceof ReentrantLock && LOCK != null) {
      return (Object) LOCK.get(lock);
    }
    if (lock instanceof ReentrantReadWriteLock.ReadLock && READ != null) {
      return (Object) READ.get(lock);
    }
    if (lock instanceof ReentrantReadWriteLock.WriteLock && WRITE != null) {
      return (Object) WRITE.get(lock);
    }
    return lock;
  }

  /** The lock that a condition belongs to; null if that is not known. */
  static Object ofCondition(Condition condition) {
    if (condition instanceof AbstractQueuedSynchronizer.ConditionObject && CONDITION != null) {
      return (Object) CONDITION.get(condition);
    }
    if (condition instanceof AbstractQueuedLongSynchronizer.ConditionObject
        && LONG_CONDITION != null) {
      return (Object) LONG_CONDITION.get(condition);
    }
    return null;
  }
}
