package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.Event;
import dev.lockjaw.watch.event.EventKind;
import java.util.Arrays;

/**
 * The locks that one thread holds, oldest first. A take is written when something of interest
 * happens under it, at the latest before the next event of the thread. One thread.
 *
 * <p>Before a take is written, the lock is asked whether the thread still holds it, because code
 * that is not woven may have released it.
 */
final class HeldLocks {
  private final WatchedThread me;
  private Object[] identities = new Object[8];
  private Object[] locks = new Object[8];
  private int[] sites = new int[8];
  private int[] kinds = new int[8];
  private boolean[] written = new boolean[8];
  private int depth;

  /** The lock that {@link #ask} has written a wait for, and the stack of that. */
  private Object asked;

  private long askedAt;

  HeldLocks(WatchedThread me) {
    this.me = me;
  }

  int depth() {
    return depth;
  }

  private int find(Object identity) {
    for (int i = depth - 1; i >= 0; i--) {
      if (identities[i] == identity) {
        return i;
      }
    }
    return -1;
  }

  /** Whether the thread holds a lock, as far as is known and as the lock itself says. */
  boolean holds(Object identity) {
    int at = find(identity);
    return at >= 0 && LockKinds.held(kinds[at], locks[at]);
  }

  /** The kind by which the thread holds a lock; 0 if it does not. */
  int kindOf(Object identity) {
    int at = find(identity);
    return at < 0 ? 0 : kinds[at];
  }

  /**
   * The thread is about to take a lock, and may have to wait for it.
   *
   * @param contended whether it is known that another thread has the lock
   */
  void ask(Object identity, Object lock, int site, boolean contended, long flags) {
    gaveUp();
    if (find(identity) >= 0) {
      return;
    }
    if (depth == 0) {
      if (contended) {
        wait(identity, lock, flags, me.stack(circumstances(identity, site)));
      }
      return;
    }
    long key = circumstances(identity, site);
    if (me.seen.get(key) != 0 && !contended) {
      return;
    }
    publish();
    if (depth > 0) {
      wait(identity, lock, flags, me.stack(key));
    }
  }

  private void wait(Object identity, Object lock, long flags, long stack) {
    long id = LockIds.id(me, identity, lock);
    me.write(EventKind.LOCK_WAIT, id, flags, stack);
    asked = identity;
    askedAt = stack;
  }

  /** The thread waits for a lock that it holds itself, and that can't be taken twice. */
  void askForOwn(Object identity, Object lock, long flags) {
    publish();
    wait(identity, lock, flags | Event.HELD_BY_ITSELF, WatchStacks.here());
  }

  /** If the thread has waited for a lock, it has not got it. */
  void gaveUp() {
    if (asked != null) {
      me.write(EventKind.LOCK_GAVE_UP, LockIds.known(asked), 0, 0);
      asked = null;
    }
  }

  /**
   * The number of a monitor that the thread holds, by its identity hash; 0 if there is none. For
   * another thread, while this one sleeps.
   */
  long monitor(int hash) {
    Object[] all = identities;
    for (int i = 0; i < Math.min(depth, all.length); i++) {
      if (all[i] != null && System.identityHashCode(all[i]) == hash) {
        return LockIds.known(all[i]);
      }
    }
    return 0;
  }

  /** The thread has taken a lock. */
  void taken(Object identity, Object lock, int kind, int site, boolean tried) {
    boolean again = find(identity) >= 0;
    long flags = LockKinds.flags(kind) | (tried ? Event.TRIED : 0);
    long stack = 0;
    boolean write = false;
    if (!again && asked == identity) {
      write = true;
      stack = askedAt;
      me.news++;
    } else if (!again && depth > 0) {
      long key = circumstances(identity, site);
      if (kind != LockKinds.UNPROVEN && me.seen.get(key) == 0) {
        publish();
        write = depth > 0;
        stack = write ? me.stack(key) : 0;
        me.news++;
      }
    }
    if (asked != identity) {
      gaveUp();
    }
    asked = null;
    if (me.waitNoted != 0) {
      me.write(EventKind.LOCK_GAVE_UP, me.waitNoted, 0, 0);
      me.waitNoted = 0;
    }
    push(identity, lock, kind, site);
    if (write) {
      written[depth - 1] = true;
      me.write(EventKind.LOCK_TAKEN, LockIds.id(me, identity, lock), flags, stack);
      Published.add(identity);
    }
  }

  private void push(Object identity, Object lock, int kind, int site) {
    if (depth == identities.length) {
      identities = Arrays.copyOf(identities, 2 * depth);
      locks = Arrays.copyOf(locks, 2 * depth);
      sites = Arrays.copyOf(sites, 2 * depth);
      kinds = Arrays.copyOf(kinds, 2 * depth);
      written = Arrays.copyOf(written, 2 * depth);
    }
    identities[depth] = identity;
    locks[depth] = lock;
    sites[depth] = site;
    kinds[depth] = kind;
    written[depth] = false;
    depth++;
  }

  /** The thread is about to release a lock. Returns whether it was known to hold it. */
  boolean release(Object identity) {
    int at = find(identity);
    if (at < 0) {
      return false;
    }
    remove(at);
    return true;
  }

  /** The thread leaves a synchronized method: the youngest of those that are known. */
  void leaveMethod() {
    for (int i = depth - 1; i >= 0; i--) {
      if (kinds[i] == LockKinds.METHOD) {
        remove(i);
        return;
      }
    }
  }

  private void remove(int at) {
    Object identity = identities[at];
    boolean wasWritten = written[at];
    int last = --depth;
    System.arraycopy(identities, at + 1, identities, at, last - at);
    System.arraycopy(locks, at + 1, locks, at, last - at);
    System.arraycopy(sites, at + 1, sites, at, last - at);
    System.arraycopy(kinds, at + 1, kinds, at, last - at);
    System.arraycopy(written, at + 1, written, at, last - at);
    identities[last] = null;
    locks[last] = null;
    if (wasWritten) {
      int other = find(identity);
      if (other >= 0) {
        written[other] = true; // still held: the take that is left stands for it
      } else {
        me.write(EventKind.LOCK_RELEASED, LockIds.known(identity), 0, 0);
        Published.remove(identity);
      }
    }
    if (depth == 0 && me.virtual && me.calls.depth() == 0) {
      me.rest();
    }
  }

  /**
   * The thread is about to wait for a condition, which releases a lock.
   *
   * @return whether it holds another lock meanwhile
   */
  boolean suspend(Object identity) {
    boolean other = false;
    for (int i = 0; i < depth; i++) {
      other |= identities[i] != identity;
    }
    if (other) {
      publish();
    }
    for (int i = 0; i < depth; i++) {
      if (identities[i] == identity && written[i]) {
        written[i] = false;
        me.write(EventKind.LOCK_RELEASED, LockIds.known(identity), 0, 0);
        Published.remove(identity);
      }
    }
    return other && depth > 1;
  }

  /** The thread has the lock again that the wait for a condition had released. */
  void resume(Object identity, long stack) {
    for (int i = 0; i < depth; i++) {
      if (identities[i] == identity && first(i)) {
        written[i] = true;
        me.write(
            EventKind.LOCK_TAKEN,
            LockIds.id(me, identity, locks[i]),
            LockKinds.flags(kinds[i]),
            stack);
        Published.add(identity);
      }
    }
  }

  /** Writes the takes that the log lacks. */
  void publish() {
    for (int i = 0; i < depth; i++) {
      if (!written[i] && kinds[i] != LockKinds.UNPROVEN && first(i)) {
        if (!LockKinds.held(kinds[i], locks[i])) {
          dropAll(identities[i]);
          i = -1;
          continue;
        }
        written[i] = true;
        me.write(
            EventKind.LOCK_TAKEN,
            LockIds.id(me, identities[i], locks[i]),
            LockKinds.flags(kinds[i]) | Event.LATE,
            WatchStacks.siteText(sites[i]));
        Published.add(identities[i]);
      }
    }
  }

  /** Whether no older take of the same lock is known. */
  private boolean first(int at) {
    for (int i = 0; i < at; i++) {
      if (identities[i] == identities[at]) {
        return false;
      }
    }
    return true;
  }

  private void dropAll(Object identity) {
    for (int at = find(identity); at >= 0; at = find(identity)) {
      remove(at);
    }
  }

  /** The log knows of no take any more. */
  void forget() {
    for (int i = 0; i < depth; i++) {
      if (written[i]) {
        written[i] = false;
        Published.remove(identities[i]);
      }
    }
  }

  /** A hash of the locks that are held, of another thing and of a place; never 0. */
  long circumstances(Object other, int site) {
    long hash = site * 0x9E3779B97F4A7C15L;
    for (int i = 0; i < depth; i++) {
      hash = (hash ^ System.identityHashCode(identities[i])) * 0xBF58476D1CE4E5B9L;
      hash ^= hash >>> 29;
    }
    hash = (hash ^ System.identityHashCode(other)) * 0x94D049BB133111EBL;
    return hash ^ hash >>> 32 | 1L << 62;
  }
}
