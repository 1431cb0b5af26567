package dev.lockjaw.race;

import java.util.Arrays;

/** The elements of an array, each a variable, and accesses to all of them at once. */
final class Elements {
  private Variable[] each = new Variable[8];
  private final Variable all = new Variable();

  /** The variable of one element. */
  Variable at(int index) {
    if (index >= each.length) {
      each = Arrays.copyOf(each, Math.max(index + 1, each.length * 2));
    }
    if (each[index] == null) {
      each[index] = new Variable();
    }
    return each[index];
  }

  /** Stands for accesses to all elements. */
  Variable all() {
    return all;
  }

  /** An earlier access to any element that one to all of them is in no order with, or null. */
  Access conflict(VectorClock now, boolean writes) {
    Access found = all.conflict(now, writes);
    for (int i = 0; i < each.length && found == null; i++) {
      found = each[i] == null ? null : each[i].conflict(now, writes);
    }
    return found;
  }
}
