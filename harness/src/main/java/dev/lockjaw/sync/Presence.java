package dev.lockjaw.sync;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The rundowns that one thread is inside of, by their numbers, in the order in which it came in:
 * written by that thread alone, and read by whoever ends one. There is one for each thread however
 * many rundowns there are, and it goes when the thread does.
 */
final class Presence extends Padded<Thread> implements Rundown.Visitor {
  private static final Set<Presence> ALL = ConcurrentHashMap.newKeySet();
  private static final ReferenceQueue<Thread> GONE = new ReferenceQueue<>();
  private static final ThreadLocal<Presence> OWN = ThreadLocal.withInitial(Presence::register);

  /** Where one is found by its thread's hash, in a third of what a thread local takes. */
  private static final Presence[] BY_HASH = new Presence[256];

  private static final VarHandle OUTERMOST = handle();
  private static final VarHandle NESTED = MethodHandles.arrayElementVarHandle(long[].class);

  /** What the thread came into first; 0 if it is inside of nothing. */
  private long outermost;

  /** What it came into from there; as many as {@link #depth} says, and 0 beyond. */
  private volatile long[] nested = new long[4];

  private int depth;

  private Presence(Thread thread) {
    super(thread, GONE);
  }

  private static VarHandle handle() {
    try {
      return MethodHandles.lookup().findVarHandle(Presence.class, "outermost", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** The calling thread's. */
  static Presence own() {
    Thread me = Thread.currentThread();
    Presence found = BY_HASH[place(me)];
    return found != null && found.refersTo(me) ? found : look(me);
  }

  private static int place(Thread thread) {
    return System.identityHashCode(thread) & BY_HASH.length - 1;
  }

  private static Presence look(Thread me) {
    Presence own = OWN.get();
    Presence there = BY_HASH[place(me)];
    if (there == null || there.refersTo(null)) {
      BY_HASH[place(me)] = own;
    }
    return own;
  }

  private static Presence register() {
    for (Reference<?> gone = GONE.poll(); gone != null; gone = GONE.poll()) {
      ALL.remove(gone);
    }
    Presence presence = new Presence(Thread.currentThread());
    ALL.add(presence);
    return presence;
  }

  /** Says that the thread is inside of {@code number}; not ordered before what it reads next. */
  void add(long number) {
    if (outermost == 0) {
      OUTERMOST.setRelease(this, number);
    } else {
      nest(number);
    }
  }

  private void nest(long number) {
    if (depth == nested.length) {
      nested = Arrays.copyOf(nested, 2 * depth); // who looks at the old ones is told of the change
      VarHandle.fullFence();
    }
    NESTED.setRelease(nested, depth++, number);
  }

  /**
   * Says that the thread is no longer inside of {@code number}, and that after all it did there;
   * not ordered before what it reads next.
   *
   * @throws IllegalStateException if that isn't what it came into last
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

  /** How often the thread says that it is inside of {@code number}. Any thread. */
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

  /** How often threads say that they are inside of {@code number}. */
  static int countAll(long number) {
    int count = 0;
    for (Presence presence : ALL) {
      count += presence.count(number);
    }
    return count;
  }

  /** How many there are; of a thread that has ended there may be one for a while. */
  static int known() {
    return ALL.size();
  }
}
