package dev.lockjaw.sync.rundown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.explore.Exploration;
import dev.lockjaw.explore.Toy;
import dev.lockjaw.sync.CountedRundown;
import dev.lockjaw.sync.Rundown;
import dev.lockjaw.sync.Rundown.Visitor;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.direct.DirectSync;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rundowns for free-running threads: their steps, and the memory they keep. */
@Timeout(60)
class SlotRundownTest {
  private final DirectSync sync = new DirectSync();

  private Rundown rundown(boolean fenced) {
    return fenced ? new FencedRundown(sync, "gate") : new SlotRundown(sync, "gate");
  }

  /** One visitor closes the gate from inside while two others enter and leave. */
  private static Toy lastOneOut(Function<Sync, Rundown> maker) {
    return run -> {
      Rundown gate = maker.apply(run);
      int[] inside = {0};
      List<String> last = new ArrayList<>();
      for (String name : List.of("closer", "one", "other")) {
        run.actor(
            name,
            () -> {
              Visitor me = gate.visitor();
              boolean open = gate.enter(me);
              inside[0] += open ? 1 : 0;
              if (name.equals("closer")) {
                gate.close(true);
              }
              inside[0] -= open ? 1 : 0;
              if (gate.leave(me)) {
                last.add("last of " + (inside[0] + 1));
              }
            });
      }
      return () -> last + ", inside: " + gate.count();
    };
  }

  @Test
  void exactlyOneIsTheLastOneOut() {
    Exploration explored = Exploration.pruned(lastOneOut(run -> new Stepwise(run).rundown("g")), 4);
    assertThat(explored.count()).isGreaterThan(100);
    assertThat(explored.kinds()).isEmpty();
    assertThat(explored.finalStates()).containsExactly("[last of 1], inside: 0");
  }

  @Test
  void exactlyOneIsTheLastOneOutOfACountedRundown() {
    Exploration explored = Exploration.pruned(lastOneOut(run -> new CountedRundown(run, "g")), 4);
    assertThat(explored.kinds()).isEmpty();
    assertThat(explored.finalStates()).containsExactly("[last of 1], inside: 0");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aThreadMayBeInsideManyRundownsAtOnce(boolean fenced) {
    List<Rundown> gates = new ArrayList<>();
    Visitor me = rundown(fenced).visitor();
    for (int i = 0; i < 20; i++) {
      gates.add(rundown(fenced));
      assertThat(gates.get(i).enter(me)).isTrue();
    }
    gates.get(0).enter(me);
    assertThat(gates.get(0).count()).isEqualTo(2);
    assertThat(gates).allMatch(gate -> gate.inside(me));
    assertThatThrownBy(() -> gates.get(1).leave(me)).isInstanceOf(IllegalStateException.class);
    assertThat(gates.get(0).leave(me)).isFalse();
    for (int i = 19; i >= 0; i--) {
      assertThat(gates.get(i).close(true)).isTrue();
      assertThat(gates.get(i).leave(me)).isTrue();
      assertThat(gates.get(i).inside(me)).isFalse();
      assertThat(gates.get(i).count()).isZero();
    }
    assertThatThrownBy(() -> gates.get(0).leave(me)).isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aCloseFromOutsideWaitsForTheVisitorsInside(boolean fenced) throws InterruptedException {
    for (int i = 0; i < 300; i++) {
      Rundown gate = rundown(fenced);
      int[] done = {0};
      Thread visitor =
          new Thread(
              () -> {
                Visitor me = gate.visitor();
                while (gate.enter(me)) {
                  done[0]++;
                  gate.leave(me);
                }
                gate.leave(me);
              });
      visitor.start();
      assertThat(gate.close(false)).isTrue();
      gate.awaitEmpty();
      int then = done[0];
      gate.complete();
      assertThat(gate.close(false)).isFalse();
      gate.awaitComplete();
      visitor.join();
      assertThat(done[0]).isEqualTo(then);
    }
  }

  @Test
  void presencesOfEndedThreadsAreRemoved() throws InterruptedException {
    Rundown gate = rundown(true);
    List<Thread> kept = visitBy(gate, 100);
    int many = Presence.known();
    Reference.reachabilityFence(kept); // an earlier collection would have removed some already
    kept = null;
    assertThat(many).isGreaterThanOrEqualTo(100);
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (Presence.known() > many - 90 && System.nanoTime() < deadline) {
      System.gc();
      visitBy(gate, 1); // a new thread removes the presences of ended ones
    }
    assertThat(Presence.known()).isLessThanOrEqualTo(many - 90);
  }

  /** Starts threads that visit once, and returns them after they have ended. */
  private static List<Thread> visitBy(Rundown gate, int threads) throws InterruptedException {
    List<Thread> visitors = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      Thread visitor =
          new Thread(
              () -> {
                Visitor me = gate.visitor();
                gate.enter(me);
                gate.leave(me);
              });
      visitor.start();
      visitors.add(visitor);
    }
    for (Thread visitor : visitors) {
      visitor.join();
    }
    return visitors;
  }
}
