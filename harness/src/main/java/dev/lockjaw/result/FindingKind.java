package dev.lockjaw.result;

import java.util.Locale;
import org.apiguardian.api.API;

/**
 * What can go wrong with a session's locking. The kind that explains most comes first; {@link
 * #DATA_RACE}, which may do no harm, comes last.
 */
@API(status = API.Status.STABLE)
public enum FindingKind {
  DOUBLE_LOCK("DLK", "a thread asked for a non-recursive lock that it already held"),
  DEADLOCK("DED", "threads wait for each other's locks in a cycle"),
  BLOCKED_IO_UNDER_LOCK(
      "IOL", "a thread waits for I/O while it holds a lock that another thread needs"),
  LOCK_ORDER_INVERSION(
      "INV",
      "threads take the same locks in different orders, so that they can wait for each other in a"
          + " cycle; in this run they did not"),
  WAIT_UNDER_LOCK(
      "WUL",
      "a thread waits for a condition and holds a lock that the signal needs, so the wait can last"
          + " forever"),
  USE_AFTER_FREE("UAF", "an operation entered the TLS stack after the session was freed"),
  FREE_IN_USE("FIU", "the session was freed while an operation was inside the TLS stack"),
  DOUBLE_FREE("DBF", "a session or handle was freed twice"),
  NULL_DEREFERENCE(
      "NPE",
      "an operation used a reference that is null, such as the session's engine after a free"),
  NATIVE_CRASH("CRA", "the native TLS stack killed the process"),
  CONCURRENT_ENTRY(
      "CON", "two operations were inside the TLS stack at once, which its thread contract forbids"),
  RECORD_CORRUPTION("COR", "the peer received data that it could not decrypt or verify"),
  REORDERED("ORD", "messages reached the peer in a different order than they were sent"),
  LOST_MESSAGE("LST", "a message was accepted but never reached the peer"),
  STALL("STL", "a thread waits for something that no thread will do"),
  LEAK("LEK", "a session was freed, but a part of it still runs, or was never done or given back"),
  ESCAPED_EXCEPTION("EXC", "an operation that has no reason to fail threw an exception"),
  DATA_RACE(
      "RAC",
      "two threads access the same data, one of them writes it, and nothing orders the two, so that"
          + " one may see an old or a torn value, if not in this schedule");

  private final String sign;
  private final String meaning;

  FindingKind(String sign, String meaning) {
    this.sign = sign;
    this.meaning = meaning;
  }

  /** The name in results, tokens and on the command line, such as {@code double-lock}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Three letters, for a matrix, such as {@code DLK}. */
  public String sign() {
    return sign;
  }

  /** Whether findings of this kind have happened, or can happen. */
  public Confidence confidence() {
    return this == LOCK_ORDER_INVERSION || this == WAIT_UNDER_LOCK
        ? Confidence.CAN_HAPPEN
        : Confidence.HAPPENED;
  }

  /** What it means, as a clause. */
  public String meaning() {
    return meaning;
  }
}
