package dev.lockjaw.explore.choice;

import dev.lockjaw.result.Schedule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Enumerates interleavings in order of preemptions: first all with none, then all with one, and so
 * on up to a bound (iterative context bounding: Musuvathi and Qadeer, PLDI 2007). A preemption is a
 * switch away from an actor that could have continued. A switch from an actor that blocks or ends
 * costs nothing, and all of those are tried. A wait that times out while others could move costs as
 * much as a preemption.
 *
 * <p>An interleaving is the default schedule with some deviations. Each is reached once, from the
 * interleaving that lacks its last deviation. With pruning, a deviation is skipped if it leads to a
 * state from which the same actor has already moved with as many preemptions left. A state is
 * everything that has happened, up to the order of independent steps. Because interleavings come in
 * order of preemptions, pruning loses nothing within the bound.
 *
 * <p>An actor that repeats itself lets the others go on, which costs nothing. That it goes on
 * instead costs nothing either, and is tried until its loop turns out to have no end of its own.
 *
 * <p>Used by one thread: {@link #advance}, a run, {@link #advance}, and so on.
 */
public final class Explorer implements Chooser {
  private final int bound;
  private final boolean prune;
  private final boolean strict;
  private final List<Deque<Node>> levels = new ArrayList<>();
  private final Map<Long, Integer> visited = new HashMap<>();
  private final Set<Long> endless = new HashSet<>();
  private Node node;
  private Node[] path = new Node[0];
  private int onPath;
  private boolean redundant;
  private boolean unreachable;
  private long schedules;
  private long pruned;
  private int level;

  /** A deviation that follows those of its parent. */
  private record Node(Node parent, int depth, int decision, int actor, int preemptions, long key) {}

  /**
   * @param bound the largest number of preemptions
   * @param prune whether to skip equivalent interleavings
   */
  public Explorer(int bound, boolean prune) {
    this(bound, prune, false);
  }

  /**
   * @param strict whether {@link #faithful} also demands that everything up to the last deviation
   *     happened as before
   */
  public Explorer(int bound, boolean prune, boolean strict) {
    this.bound = bound;
    this.prune = prune;
    this.strict = strict;
    for (int i = 0; i <= bound; i++) {
      levels.add(new ArrayDeque<>());
    }
    levels.get(0).add(new Node(null, 0, -1, -1, 0, 0));
  }

  /** Moves to the next interleaving; false if none is left within the bound. */
  public boolean advance() {
    for (; level <= bound; level++) {
      Deque<Node> queue = levels.get(level);
      for (Node next = queue.poll(); next != null; next = queue.poll()) {
        if (prune && next.decision() >= 0 && visited.get(next.key()) < next.preemptions()) {
          pruned++; // reached meanwhile with fewer preemptions
          continue;
        }
        start(next);
        return true;
      }
    }
    return false;
  }

  /** Repeats the current interleaving, because the run could not follow it. */
  public void again() {
    start(node);
    schedules--;
  }

  private void start(Node next) {
    node = next;
    path = new Node[next.depth()];
    for (Node at = next; at.depth() > 0; at = at.parent()) {
      path[at.depth() - 1] = at;
    }
    onPath = 0;
    redundant = false;
    unreachable = false;
    schedules++;
  }

  @Override
  public int choose(
      int decision, int current, int[] enabled, int count, long state, Spinner spinner) {
    if (decision <= node.decision()) {
      if (onPath < path.length && path[onPath].decision() == decision) {
        Node next = path[onPath++];
        boolean same = !strict || next.key() == Digest.mix(state, next.actor());
        boolean stays = spinner != null && spinner.actor() == next.actor();
        if (same && (stays || Arrays.binarySearch(enabled, 0, count, next.actor()) >= 0)) {
          return next.actor();
        }
        unreachable = true;
      }
      return Schedule.byDefault(current, enabled);
    }
    if (unreachable) {
      return Schedule.byDefault(current, enabled); // nothing that follows belongs here
    }
    int choice = Schedule.byDefault(current, enabled);
    for (int i = 0; i < count && !redundant; i++) {
      if (enabled[i] != choice) {
        branch(decision, enabled[i], current >= 0 ? 1 : 0, Digest.mix(state, enabled[i]));
      }
    }
    if (spinner != null && !redundant && !endless.contains(spinner.loop())) {
      branch(decision, spinner.actor(), 0, Digest.mix(state, spinner.actor()));
    }
    if (!redundant && prune) {
      redundant = !firstVisit(Digest.mix(state, choice), node.preemptions());
    }
    return choice;
  }

  @Override
  public void spunInVain(Spinner spinner, boolean chosen) {
    endless.add(spinner.loop());
    redundant |= chosen; // what follows is as if it had let the others go on at once
  }

  @Override
  public boolean knowsEndless(Spinner spinner) {
    return endless.contains(spinner.loop());
  }

  @Override
  public boolean timesOut(int decision, int actor, long state) {
    if (decision <= node.decision()) {
      boolean mine = onPath < path.length && path[onPath].actor() == actor;
      boolean over =
          mine
              && path[onPath].decision() == decision
              && (!strict || path[onPath].key() == Digest.mix(state, actor));
      onPath += over ? 1 : 0;
      return over;
    }
    if (!unreachable && !redundant) {
      branch(decision, actor, 1, Digest.mix(state, actor));
    }
    return false;
  }

  private void branch(int decision, int actor, int cost, long key) {
    int preemptions = node.preemptions() + cost;
    if (preemptions > bound) {
      return;
    }
    if (prune && !firstVisit(key, preemptions)) {
      pruned++;
      return;
    }
    levels
        .get(preemptions)
        .add(new Node(node, node.depth() + 1, decision, actor, preemptions, key));
  }

  /** Whether this state was not reached before with as few preemptions. */
  private boolean firstVisit(long key, int preemptions) {
    Integer before = visited.get(key);
    if (before != null && before <= preemptions) {
      return false;
    }
    visited.put(key, preemptions);
    return true;
  }

  /** The current interleaving. */
  public Schedule schedule() {
    List<Schedule.Deviation> deviations = new ArrayList<>();
    for (Node at : path) {
      deviations.add(new Schedule.Deviation(at.decision(), at.actor()));
    }
    return new Schedule(deviations);
  }

  /** Preemptions of the current interleaving. */
  public int preemptions() {
    return node.preemptions();
  }

  /**
   * Whether the last run followed the current interleaving. If not, the actors depend on something
   * that the run does not control.
   */
  public boolean faithful() {
    return !unreachable && onPath == path.length;
  }

  /** The number of interleavings so far. */
  public long schedules() {
    return schedules;
  }

  /**
   * The number of interleavings skipped as equivalent to others. Each stands for all that follow
   * from it.
   */
  public long pruned() {
    return pruned;
  }
}
