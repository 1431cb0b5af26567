package dev.lockjaw.explore.programs;

/** A program of two threads, to be woven. It is made before they begin. */
public interface Parts {
  void one() throws Exception;

  void other() throws Exception;

  /** What it came to, once no thread can move. */
  String outcome();
}
