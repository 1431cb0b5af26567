package dev.lockjaw.explore;

import java.util.Locale;

/** A step of a random toy program's actor, on the object, word or lock of that number. */
record Op(Kind kind, int on) {
  enum Kind {
    /** Touches an object, after a scheduling point. */
    USE,
    /** Touches an object in the step that is under way. */
    TOUCH,
    /** Touches all objects, after a scheduling point that names none. */
    USE_ALL,
    /** Waits until an object has been touched. */
    AWAIT,
    READ,
    WRITE,
    ADD,
    SWAP,
    LOCK,
    UNLOCK,
    SHARE,
    UNSHARE,
    ALONE,
    UNALONE,
    /** Sets a word to zero. */
    RESET,
    /** Looks at a word until it isn't zero. */
    SPIN,
    /** Tries to take a word that is zero until it has it. */
    GRAB,
    /** Looks at a word until it isn't zero, but a few times at the most. */
    TRY;

    /** Looks of a TRY: more than show the explorer that an actor spins. */
    static final int TRIES = 6;

    /** Whether another actor may be run before it. */
    boolean isPoint() {
      return this != TOUCH && this != AWAIT && !releases();
    }

    boolean releases() {
      return this == UNLOCK || this == UNSHARE || this == UNALONE;
    }
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(Locale.ROOT) + on;
  }
}
