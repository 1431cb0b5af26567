package dev.lockjaw.explore;

import dev.lockjaw.result.Schedule;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Enumerates interleavings in order of preemptions: first all with none, then all with one, up to a
 * bound (iterative context bounding: Musuvathi and Qadeer, PLDI 2007). A preemption is a switch
 * away from an actor that could have gone on; a switch at a block or an end is free, and all are
 * tried.
 *
 * <p>Every interleaving is the default but for some deviations, and is reached once, from the one
 * that lacks its last. With pruning, a deviation is not tried if it leads to a state from which the
 * same actor has gone on before, with as many preemptions left: the state being what has happened,
 * up to the order of independent steps. As interleavings come in order of preemptions, nothing
 * within the bound is lost.
 *
 * <p>Used by one thread: {@link #advance}, a run, {@link #advance}, and so on.
 */
public final class Explorer implements Chooser {
  private final int bound;
  private final boolean prune;
  private final boolean strict;
  private final List<Deque<Node>> levels = new ArrayList<>();
  private final Map<Long, Integer> visited = new HashMap<>();
  private Node node;
  private Node[] path = new Node[0];
  private int onPath;
  private boolean redundant;
  private boolean unreachable;
  private long schedules;
  private long pruned;
  private int level;

  /** A deviation, after those of its parent. */
  private record Node(Node parent, int depth, int decision, int actor, int preemptions, long key) {}

  /**
   * @param bound the most preemptions
   * @param prune whether to skip what is equivalent
   */
  public Explorer(int bound, boolean prune) {
    this(bound, prune, false);
  }

  /**
   * @param strict whether a run is faithful only if everything up to its last deviation happened as
   *     before
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

  /** Goes to the next interleaving; false if there is none left within the bound. */
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

  /** Goes to the same interleaving again, because it could not be followed. */
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
  public int choose(int decision, int current, int[] enabled, int count, long state) {
    if (decision <= node.decision()) {
      if (path[onPath].decision() == decision) {
        Node next = path[onPath++];
        boolean same = !strict || next.key() == Digest.mix(state, next.actor());
        if (same && Arrays.binarySearch(enabled, 0, count, next.actor()) >= 0) {
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
    if (!redundant && prune) {
      redundant = !firstVisit(Digest.mix(state, choice), node.preemptions());
    }
    return choice;
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

  /** Whether nobody has come here with as few preemptions. */
  private boolean firstVisit(long key, int preemptions) {
    Integer before = visited.get(key);
    if (before != null && before <= preemptions) {
      return false;
    }
    visited.put(key, preemptions);
    return true;
  }

  /** The interleaving that was last gone to. */
  public Schedule schedule() {
    List<Schedule.Deviation> deviations = new ArrayList<>();
    for (Node at : path) {
      deviations.add(new Schedule.Deviation(at.decision(), at.actor()));
    }
    return new Schedule(deviations);
  }

  /** Preemptions of the interleaving that was last gone to. */
  public int preemptions() {
    return node.preemptions();
  }

  /**
   * Whether the last run took the way it was given. If not, what the actors do depends on something
   * that the run doesn't control.
   */
  public boolean faithful() {
    return !unreachable && onPath == path.length;
  }

  /** Interleavings gone to. */
  public long schedules() {
    return schedules;
  }

  /** Interleavings left out as equivalent to others, each standing for all that follow from it. */
  public long pruned() {
    return pruned;
  }
}
