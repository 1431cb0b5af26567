package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.EventKind;
import dev.lockjaw.watch.event.Layout;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantReadWriteLock.ReadLock;
import java.util.concurrent.locks.ReentrantReadWriteLock.WriteLock;

/** Numbers of locks and sessions, unique in the process and used once. Any thread. */
final class LockIds {
  private static final Identities<Long> IDS = new Identities<>();
  private static final AtomicLong NEXT = new AtomicLong();

  private LockIds() {}

  /** The number of a lock, which is new to the log if it had none. */
  static long id(WatchedThread me, Object identity, Object lock) {
    Long known = IDS.get(identity);
    if (known != null) {
      return known;
    }
    long fresh = NEXT.incrementAndGet();
    long name = WatchLog.text(Layout.TEXT_NAME, name(lock, fresh));
    me.write(EventKind.LOCK_NEW, fresh, name, 0); // before another thread can use the number
    return IDS.putIfAbsent(identity, fresh);
  }

  /** The number of a lock; 0 if it has none. */
  static long known(Object identity) {
    Long known = IDS.get(identity);
    return known == null ? 0 : known;
  }

  /** A number for something else than a lock. */
  static long id(Object object) {
    Long known = IDS.get(object);
    return known != null ? known : IDS.putIfAbsent(object, NEXT.incrementAndGet());
  }

  /** Joined by hand: {@code +} would link method handles at whatever point of the program. */
  private static String name(Object lock, long id) {
    if (lock instanceof Class<?> type) {
      return type.getName().concat(".class");
    }
    if (lock instanceof ReadLock || lock instanceof WriteLock) {
      return "ReentrantReadWriteLock #".concat(Long.toString(id));
    }
    String type = lock.getClass().getName();
    String brief = type.startsWith("java.") ? type.substring(type.lastIndexOf('.') + 1) : type;
    return brief.concat(" #").concat(Long.toString(id));
  }
}
