package dev.lockjaw.probe;

import dev.lockjaw.arena.Stacks;
import dev.lockjaw.result.ThreadEvidence;
import java.util.ArrayList;
import java.util.List;

/** The threads that are inside a connection. */
final class Insiders {
  private Insiders() {}

  /** The stacks of the threads that are inside a connection now, besides one. */
  static List<ThreadEvidence> others(Probe probe, String connection, Thread besides) {
    List<ThreadEvidence> threads = new ArrayList<>();
    for (Stay stay : probe.inside()) {
      if (stay.connection().equals(connection) && stay.thread() != besides) {
        threads.add(
            new ThreadEvidence(
                stay.thread().getName(),
                stay.text(),
                List.of(),
                null,
                Stacks.trim(stay.thread().getStackTrace())));
      }
    }
    return threads;
  }
}
