package dev.lockjaw.watch.judge;

import java.util.List;

/** Turns the ids of a log into what a reader understands. Asked by the judge's thread only. */
public interface StackSource {
  /** The stack with an id, innermost frame first; empty if it is not known. */
  List<StackTraceElement> stack(long id);

  /** The name with an id; null if it is not known. */
  String name(long id);

  /** The name of a lock or another object, by its address or number; null if it has none. */
  default String object(long object) {
    return null;
  }
}
