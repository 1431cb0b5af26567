package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.EventKind;
import dev.lockjaw.watch.event.TlsCall;
import dev.lockjaw.watch.event.TlsStack;

/**
 * A thread's stay in a TLS call. It is written when it meets another thread's stay that the
 * contract does not allow beside it, and when the call calls back.
 *
 * <p>The contract of an {@code SSLEngine} is that of its javadoc: no two threads in wrap, and no
 * two in unwrap. An {@code SSLSocket} locks by itself.
 */
final class TlsVisit {
  /** Meetings that are written of one session, at most: they take two stacks each. */
  private static final int MEETINGS = 8;

  private static final Identities<Room> ROOMS = new Identities<>();

  /** Which threads are in the calls of one session. */
  private static final class Room {
    TlsVisit[] inside = new TlsVisit[2];
    int count;
    int meetings;
    boolean known;
  }

  private final WatchedThread me;
  final Object session;
  private final int call;
  private final Room room;
  private final boolean socket;
  private boolean written;

  private TlsVisit(WatchedThread me, Object session, int call, Room room, boolean socket) {
    this.me = me;
    this.session = session;
    this.call = call;
    this.room = room;
    this.socket = socket;
  }

  static TlsVisit enter(WatchedThread me, Object session, int call, boolean socket) {
    Room room = ROOMS.get(session);
    room = room != null ? room : ROOMS.putIfAbsent(session, new Room());
    TlsVisit visit = new TlsVisit(me, session, call, room, socket);
    if (!socket) {
      visit.enterRoom();
    }
    return visit;
  }

  private void enterRoom() {
    synchronized (room) {
      for (int i = 0; i < room.count; i++) {
        TlsVisit other = room.inside[i];
        if (other.me != me && conflicts(other.call, call) && room.meetings++ < MEETINGS) {
          meet(other);
        }
      }
      if (room.count == room.inside.length) {
        room.inside = java.util.Arrays.copyOf(room.inside, 2 * room.count);
      }
      room.inside[room.count++] = this;
    }
  }

  private static boolean conflicts(int inside, int entering) {
    return inside == entering
        && (inside == TlsCall.READ.number() || inside == TlsCall.WRITE.number());
  }

  /** Writes both stays. The other thread can't leave meanwhile: it would need the room's lock. */
  private void meet(TlsVisit other) {
    Thread thread = other.me.thread();
    if (thread == null) {
      return;
    }
    me.locks.publish();
    introduce();
    if (!other.written) {
      other.written = true;
      long stack = WatchStacks.of(thread);
      me.writeFor(other.me, EventKind.CALL_ENTER, id(), other.call, stack);
    }
    written = true;
    me.write(EventKind.CALL_ENTER, id(), call, WatchStacks.here());
  }

  private void introduce() {
    if (!room.known) {
      room.known = true;
      me.write(EventKind.SESSION_NEW, id(), TlsStack.SSL_ENGINE.number(), 0);
    }
  }

  /** Writes the stay, if that has not been done. */
  void publish(long stack) {
    if (socket) {
      return; // a socket locks by itself: nothing of its calls is judged
    }
    synchronized (room) {
      if (!written) {
        introduce();
        written = true;
        me.write(EventKind.CALL_ENTER, id(), call, stack);
      }
    }
  }

  long id() {
    return LockIds.id(session);
  }

  void leave() {
    if (socket) {
      return;
    }
    synchronized (room) {
      for (int i = 0; i < room.count; i++) {
        if (room.inside[i] == this) {
          room.inside[i] = room.inside[--room.count];
          room.inside[room.count] = null;
          break;
        }
      }
      if (written) {
        me.write(EventKind.CALL_LEAVE, id(), call, 0);
      }
    }
  }
}
