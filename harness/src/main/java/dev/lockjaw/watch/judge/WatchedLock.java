package dev.lockjaw.watch.judge;

/** A lock from its initialisation to its end; a later one at the same address is another. */
final class WatchedLock {
  private final Naming naming;
  private final long object;
  private final String given;
  private String name;

  /**
   * @param given a name, or null
   */
  WatchedLock(Naming naming, long object, String given) {
    this.naming = naming;
    this.object = object;
    this.given = given;
  }

  /** A name that no other lock has. Made when it is first needed, so that numbers stay small. */
  String name() {
    if (name == null) {
      name = naming.lock(object, given);
    }
    return name;
  }
}
