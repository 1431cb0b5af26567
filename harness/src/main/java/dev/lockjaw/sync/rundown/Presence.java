package dev.lockjaw.sync.rundown;

import dev.lockjaw.sync.Rundown;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rundowns that one thread is inside of, by number, in order of entry. Only that thread writes
 * it; a thread that ends a rundown reads it. Each thread has one, however many rundowns there are.
 * It is dropped when the thread is collected.
 */
final class Presence extends Padded<Thread> implements Rundown.Visitor {
  private static final Set<Presence> ALL = ConcurrentHashMap.newKeySet();

  /**
   * Where a thread finds its presence: by its id, in a chain for threads that share a place. The
   * identity hash would need a call into the JVM once another thread waits in {@link Thread#join}.
   */
  private static final Presence[] PLACES = new Presence[1024];

  private static final VarHandle CHAIN = MethodHandles.arrayElementVarHandle(Presence[].class);
  private static final ReferenceQueue<Thread> GONE = new ReferenceQueue<>();

  private static final VarHandle OUTERMOST = handle();
  private static final VarHandle NESTED = MethodHandles.arrayElementVarHandle(long[].class);

  /** The rundown that the thread entered first; 0 if it is inside none. */
  private long outermost;

  /** The rundowns entered after that: the first {@link #depth} entries, and 0 beyond. */
  private volatile long[] nested = new long[4];

  private int depth;

  /** The presence of the next thread with the same place. */
  private volatile Presence next;

  private final int place;

  private Presence(Thread thread) {
    super(thread, GONE);
    place = place(thread);
  }

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findVarHandle(Presence.class, "outermost", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** The calling thread's presence. A look at its place takes a third of a thread local's time. */
  static Presence own() {
    Thread me = Thread.currentThread();
    Presence first = PLACES[place(me)];
    return first != null && first.refersTo(me) ? first : look(me);
  }

  private static int place(Thread thread) {
    return (int) thread.getId() & PLACES.length - 1;
  }

  private static Presence look(Thread me) {
    for (Presence each = first(place(me)); each != null; each = each.next) {
      if (each.refersTo(me)) {
        return each;
      }
    }
    return add(new Presence(me));
  }

  private static Presence first(int place) {
    return (Presence) CHAIN.getVolatile(PLACES, place);
  }

  private static Presence add(Presence presence) {
    synchronized (PLACES) {
      for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
        remove((Presence) gone);
      }
      presence.next = first(presence.place);
      CHAIN.setVolatile(PLACES, presence.place, presence);
      ALL.add(presence);
      return presence;
    }
  }

  /**
   * Keeps {@code gone.next}, so that a thread that is reading this entry can go on along the chain.
   */
  private static void remove(Presence gone) {
    ALL.remove(gone);
    Presence before = first(gone.place);
    if (before == gone) {
      CHAIN.setVolatile(PLACES, gone.place, gone.next);
      return;
    }
    while (before.next != gone) {
      before = before.next;
    }
    before.next = gone.next;
  }

  /**
   * Publishes that the thread is inside {@code number}. Not ordered before the thread's next reads.
   */
  void add(long number) {
    if (outermost == 0) {
      OUTERMOST.setRelease(this, number);
    } else {
      nest(number);
    }
  }

  private void nest(long number) {
    if (depth == nested.length) {
      nested = Arrays.copyOf(nested, 2 * depth); // readers of the old array see the change
      VarHandle.fullFence();
    }
    NESTED.setRelease(nested, depth++, number);
  }

  /**
   * Publishes that the thread is no longer inside {@code number}, ordered after everything it did
   * there. Not ordered before the thread's next reads.
   *
   * @throws IllegalStateException if that isn't the rundown it entered last
   */
  void remove(long number) {
    if (depth > 0) {
      unnest(number);
      return;
    }
    require(outermost == number);
    OUTERMOST.setRelease(this, 0L);
  }

  private void unnest(long number) {
    require(nested[depth - 1] == number);
    NESTED.setRelease(nested, --depth, 0L);
  }

  private static void require(boolean last) {
    if (!last) {
      throw new IllegalStateException("a thread leaves what it came into last");
    }
  }

  /** How many visits to {@code number} the thread has published. Any thread. */
  int count(long number) {
    long first = (long) OUTERMOST.getVolatile(this);
    int count = first == number ? 1 : 0;
    long[] others = nested;
    for (int i = 0; i < others.length && first != 0; i++) {
      if ((long) NESTED.getVolatile(others, i) == number) {
        count++;
      }
    }
    return count;
  }

  /** How many visits to {@code number} all threads have published. */
  static int countAll(long number) {
    int count = 0;
    for (Presence presence : ALL) {
      count += presence.count(number);
    }
    return count;
  }

  /** The number of presences. An ended thread may be counted for a while. */
  static int known() {
    return ALL.size();
  }
}
