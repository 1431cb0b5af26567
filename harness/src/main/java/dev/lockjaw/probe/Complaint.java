package dev.lockjaw.probe;

import dev.lockjaw.arena.Stacks;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.List;

/** A runtime exception that a call of an engine or a socket has thrown. */
final class Complaint {
  private Complaint() {}

  /** Whether the documentation of the JDK's engines names it for mistakes of their callers. */
  static boolean documented(RuntimeException thrown) {
    return thrown instanceof IllegalArgumentException
        || thrown instanceof IllegalStateException
        || thrown instanceof UnsupportedOperationException;
  }

  /** Such an exception, with all threads that are in the connection. */
  static Finding of(RuntimeException thrown, Stay stay, Probe probe) {
    String thread = stay.thread().getName();
    String threw = "got " + thrown.getClass().getName() + ", thrown by ";
    String where = stay.call().text() + " of " + stay.connection();
    List<ThreadEvidence> threads = new ArrayList<>();
    threads.add(
        new ThreadEvidence(
            thread, threw + where, List.of(), null, Stacks.trim(thrown.getStackTrace())));
    threads.addAll(Insiders.others(probe, stay.connection(), stay.thread()));
    return new Finding(
        thrown instanceof NullPointerException
            ? FindingKind.NULL_DEREFERENCE
            : FindingKind.ESCAPED_EXCEPTION,
        thread + ' ' + threw + where,
        threads,
        thrown.toString());
  }
}
