package dev.lockjaw.explore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Explorer;
import dev.lockjaw.result.FindingKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All interleavings of a toy within a bound, in the order they were run. */
public record Exploration(List<Ran> ran, long pruned) {
  /** More than any toy has preemptions. */
  public static final int UNBOUNDED = 60;

  private static final int TOO_MANY = 200_000;

  public static Exploration of(Toy toy, ActorThreads workers, int bound, boolean prune) {
    Explorer explorer = new Explorer(bound, prune);
    List<Ran> ran = new ArrayList<>();
    while (explorer.advance()) {
      ran.add(Ran.run(toy, workers, explorer, false));
      assertThat(explorer.faithful()).as("took the way it was given").isTrue();
      assertThat(ran).hasSizeLessThan(TOO_MANY);
    }
    assertThat(explorer.schedules()).isEqualTo(ran.size());
    return new Exploration(ran, explorer.pruned());
  }

  /** All interleavings without pruning, on threads made for the purpose. */
  public static Exploration full(Toy toy, int bound) {
    try (ActorThreads workers = new ActorThreads()) {
      return of(toy, workers, bound, false);
    }
  }

  /** The same with pruning. */
  public static Exploration pruned(Toy toy, int bound) {
    try (ActorThreads workers = new ActorThreads()) {
      return of(toy, workers, bound, true);
    }
  }

  public int count() {
    return ran.size();
  }

  public long count(int preemptions) {
    return ran.stream().filter(one -> one.preemptions() == preemptions).count();
  }

  public Set<String> outcomes() {
    Set<String> outcomes = new TreeSet<>();
    ran.forEach(one -> outcomes.add(one.outcome()));
    return outcomes;
  }

  public Set<String> finalStates() {
    Set<String> states = new TreeSet<>();
    ran.forEach(one -> states.add(one.finalState()));
    return states;
  }

  public Set<FindingKind> kinds() {
    Set<FindingKind> kinds = EnumSet.noneOf(FindingKind.class);
    ran.forEach(one -> kinds.addAll(one.kinds()));
    return kinds;
  }

  /** The first interleaving that shows a fault of that kind. */
  public Ran first(FindingKind kind) {
    return ran.stream().filter(one -> one.kinds().contains(kind)).findFirst().orElseThrow();
  }
}
