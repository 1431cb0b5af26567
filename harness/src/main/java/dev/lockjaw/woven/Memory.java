package dev.lockjaw.woven;

/** What an act at a site means to the Java memory model. */
public enum Memory {
  /** Nothing. */
  NONE,
  /**
   * Reads data. A read of an object that threads may share safely, such as a concurrent map, learns
   * of what was handed over there.
   */
  READ,
  /** Writes data. A write of an object that threads may share safely hands over, too. */
  WRITE,
  /** Moves data out of a buffer or into it. A buffer in which nothing remains stays as it is. */
  TRANSFER,
  /** Changes a part of an object that others may leave alone, such as an element of a list. */
  PART,
  /** Learns of what was handed over, as a read of a volatile field does. */
  ACQUIRE,
  /** Hands over what the thread knows, as a write of a volatile field does. */
  RELEASE,
  /** Both, as far as is known. */
  ORDER,
  /** May do anything that is not data of woven code's: locks of its own are unknown. */
  UNKNOWN,
  /** Begins reads whose values may turn out to be none, as under an optimistic stamp. */
  OPTIMISTIC,
  /** Ends them. */
  VALIDATE,
  /** Hands work to a thread that no run knows of. */
  OUTSIDE
}
