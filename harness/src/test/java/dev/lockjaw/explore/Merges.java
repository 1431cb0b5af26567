package dev.lockjaw.explore;

import java.util.ArrayList;
import java.util.List;

/**
 * All ways to merge sequences of steps that never wait, by brute force. A merge reads as the
 * numbers of who moves, such as {@code 0110}.
 */
final class Merges {
  private final List<String> all = new ArrayList<>();
  private final int[] lengths;

  Merges(int... lengths) {
    this.lengths = lengths;
    merge("", lengths.clone());
  }

  private void merge(String before, int[] left) {
    boolean any = false;
    for (int i = 0; i < left.length; i++) {
      if (left[i] > 0) {
        any = true;
        left[i]--;
        merge(before + i, left);
        left[i]++;
      }
    }
    if (!any) {
      all.add(before);
    }
  }

  List<String> all() {
    return all;
  }

  /** Those with at most that many preemptions. */
  List<String> within(int bound) {
    return all.stream().filter(merge -> preemptions(merge) <= bound).toList();
  }

  /** Switches away from somebody who has steps left. */
  int preemptions(String merge) {
    int[] done = new int[lengths.length];
    int preemptions = 0;
    for (int i = 0; i < merge.length(); i++) {
      int mover = merge.charAt(i) - '0';
      if (i > 0) {
        int last = merge.charAt(i - 1) - '0';
        preemptions += last != mover && done[last] < lengths[last] ? 1 : 0;
      }
      done[mover]++;
    }
    return preemptions;
  }
}
