package dev.lockjaw.race;

import java.util.ArrayList;
import java.util.List;

/**
 * Calls of a thread into code that is not woven, the outermost first. One that ends with an
 * exception stays here until the same site returns, which only adds to what may order threads.
 */
final class Entered {
  private record Call(int site, Object on) {}

  private final List<Call> calls = new ArrayList<>(2);

  int size() {
    return calls.size();
  }

  /** What a call was made on; null if nothing is known of it. */
  Object on(int index) {
    return calls.get(index).on();
  }

  void push(int site, Object on) {
    int first = -1;
    int times = 0;
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (calls.get(i).site() == site) {
        first = i;
        times++;
      }
    }
    if (times > 1) { // it calls itself, or has ended with an exception before
      calls.remove(first);
    }
    calls.add(new Call(site, on));
  }

  boolean contains(int site) {
    return last(site) >= 0;
  }

  /** Removes the call from a site, and those that were made inside of it. */
  void pop(int site) {
    int at = last(site);
    if (at >= 0) {
      calls.subList(at, calls.size()).clear();
    }
  }

  private int last(int site) {
    for (int i = calls.size() - 1; i >= 0; i--) {
      if (calls.get(i).site() == site) {
        return i;
      }
    }
    return -1;
  }
}
