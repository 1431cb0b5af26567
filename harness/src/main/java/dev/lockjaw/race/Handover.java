package dev.lockjaw.race;

/**
 * A thing through which a thread learns of the past of others: a lock, a volatile field, a queue.
 */
final class Handover {
  /** What those have known that gave it on. */
  final VectorClock given = new VectorClock();

  /** What those have known that gave it back after they had shared it; null if none has. */
  private VectorClock shared;

  VectorClock shared() {
    if (shared == null) {
      shared = new VectorClock();
    }
    return shared;
  }

  boolean wasShared() {
    return shared != null;
  }
}
