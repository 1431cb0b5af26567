package dev.lockjaw.watch.event;

import java.util.Arrays;

/**
 * What a thread of a watched program did. The number of a kind is part of the log's format; the
 * native library has the same numbers in {@code watch.h}.
 */
public enum EventKind {
  /** A thread's first event. Object: the token of its creation, or 0. Stack: its name, or 0. */
  THREAD_BEGIN(1),
  /** The thread ends. Object: the token of its creation, or 0. */
  THREAD_END(2),
  /** A thread was created. Object: the token of the creation, unique in the process. */
  THREAD_CREATE(3),
  /** The thread has waited for the end of another. Object: the token of that one's creation. */
  THREAD_JOIN(4),
  /** Events of the thread were dropped: of its locks and calls, nothing before this counts. */
  GAP(5),
  /** What the thread did before this is over for those who take over. Object: what is handed. */
  HANDS_OVER(6),
  /** The thread goes on after the last hand-over of that object. Object: the same. */
  TAKES_OVER(7),

  /** A lock was initialised. Object: the lock. What was there before is another lock. */
  LOCK_NEW(10),
  /** A lock was destroyed, or its memory was freed. Object: the lock. */
  LOCK_GONE(11),
  /**
   * The thread holds a lock. Object: the lock; detail: flags, see {@link Event#LATE} and others;
   * stack: where it was taken. Taken now, unless the flag LATE says that it was taken earlier.
   */
  LOCK_TAKEN(12),
  /** The thread releases a lock of which the log has the take. Object: the lock. */
  LOCK_RELEASED(13),
  /** The thread begins to wait for a lock that is held. Object: the lock; detail: flags. */
  LOCK_WAIT(14),
  /** A wait for a lock ended without the lock, for instance by a timeout. Object: the lock. */
  LOCK_GAVE_UP(15),

  /** A TLS call begins. Object: the session; detail: {@link TlsCall#number}; stack: its caller. */
  CALL_ENTER(20),
  /** A TLS call ends. Object: the session; detail: the same number. */
  CALL_LEAVE(21),
  /** A session was made. Object: the session; detail: {@link TlsStack#number}. */
  SESSION_NEW(22),
  /** A TLS call calls the program back. Object: the session, or 0 if it is not known. */
  CALLBACK_ENTER(23),
  /** That callback returns. Object: the same. */
  CALLBACK_LEAVE(24),

  /**
   * The thread holds a lock and begins I/O that may block. Object: the file descriptor or another
   * identity; detail: a name in the text area; stack: its caller.
   */
  IO_ENTER(30),
  /** That I/O ends. Detail: 1 if the thread slept in it, 0 if it did not. */
  IO_LEAVE(31),

  /** The thread waits for a condition and holds a lock besides. Object: the condition. */
  CONDITION_WAIT(40),
  /** That wait ends. Object: the condition. */
  CONDITION_LEAVE(41),
  /** The thread signals a condition and holds a lock. Object: the condition. */
  CONDITION_SIGNAL(42);

  private static final EventKind[] BY_NUMBER = new EventKind[64];

  static {
    Arrays.stream(values()).forEach(kind -> BY_NUMBER[kind.number] = kind);
  }

  private final int number;

  EventKind(int number) {
    this.number = number;
  }

  /** The number in the log, from 1 to 63. */
  public int number() {
    return number;
  }

  /** The kind with a number; null if there is none, because another version wrote the log. */
  public static EventKind numbered(long number) {
    return number < 0 || number >= BY_NUMBER.length ? null : BY_NUMBER[(int) number];
  }
}
