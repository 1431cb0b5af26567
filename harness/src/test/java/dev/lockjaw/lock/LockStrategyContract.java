package dev.lockjaw.lock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.explore.ControlledRun;
import dev.lockjaw.explore.Exploration;
import dev.lockjaw.explore.Toy;
import dev.lockjaw.result.FindingKind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The contract of every lock strategy: each keeps exactly what it promises. What it doesn't
 * promise, exploration must show it to break.
 */
@Timeout(60)
abstract class LockStrategyContract {
  private static final int BOUND = 3;

  private final LockStrategy strategy;

  LockStrategyContract(LockStrategy strategy) {
    this.strategy = strategy;
  }

  private boolean promises(Promise promise) {
    return strategy.promises().contains(promise);
  }

  // ---- one thread ----

  /**
   * What a lone actor sees; the same in all interleavings. A strategy with an executor has several.
   */
  private List<String> alone(BiConsumer<SessionGuard, Door> actor) {
    List<String> events = new ArrayList<>();
    Toy toy =
        run -> {
          events.clear();
          Door door = new Door(run);
          SessionGuard guard = strategy.guard(run, "session", () -> events.add("wake"));
          run.actor("alone", () -> actor.accept(guard, door));
          return () -> door.done() + (run.complete() ? "" : " incomplete");
        };
    Exploration explored = Exploration.full(toy, BOUND);
    assertThat(explored.kinds()).isEmpty();
    return List.copyOf(explored.finalStates());
  }

  @ParameterizedTest
  @EnumSource
  void runsAnOperationOnce(OperationKind kind) {
    assertThat(
            alone(
                (guard, door) -> assertThat(guard.run(door.operation(kind))).isEqualTo(Status.OK)))
        .containsExactly("[" + kind + "]");
  }

  @ParameterizedTest
  @EnumSource
  void returnsTheOperationsStatus(Status status) {
    assertThat(alone((guard, door) -> assertThat(guard.run(answering(status))).isEqualTo(status)))
        .containsExactly("[]");
  }

  private static Operation answering(Status status) {
    return new Operation() {
      @Override
      public OperationKind kind() {
        return OperationKind.READ;
      }

      @Override
      public Status perform() {
        return status;
      }

      @Override
      public boolean awaited() {
        return true;
      }
    };
  }

  @Test
  void letsExceptionsThroughAndKeepsWorking() {
    RuntimeException thrown = new IllegalArgumentException("asked for");
    BiConsumer<SessionGuard, Door> actor =
        (guard, door) -> {
          for (OperationKind kind : List.of(OperationKind.READ, OperationKind.WRITE)) {
            assertThat(caught(guard, throwing(door, kind, thrown))).isSameAs(thrown);
          }
          assertThat(guard.run(door.operation(OperationKind.WRITE))).isEqualTo(Status.OK);
          assertThat(guard.run(door.operation(OperationKind.FREE))).isEqualTo(Status.OK);
        };
    assertThat(alone(actor)).containsExactly("[READ, WRITE, WRITE, FREE]");
  }

  @Test
  void anExceptionLocksOutNoOtherThread() {
    Toy toy =
        toy(
            (guard, door) ->
                caught(
                    guard,
                    throwing(door, OperationKind.READ, new IllegalStateException("asked for"))),
            (guard, door) -> guard.run(door.operation(OperationKind.WRITE)),
            (guard, door) -> guard.run(door.operation(OperationKind.FREE)));
    Exploration explored = Exploration.pruned(toy, 2);
    assertThat(explored.kinds()).isEmpty();
    assertThat(explored.ran()).allMatch(ran -> ran.complete());
  }

  private static Operation throwing(Door door, OperationKind kind, RuntimeException thrown) {
    return door.operation(
        kind,
        () -> {
          throw thrown;
        });
  }

  private static RuntimeException caught(SessionGuard guard, Operation operation) {
    try {
      guard.run(operation);
      return null;
    } catch (IllegalArgumentException | IllegalStateException thrown) {
      return thrown;
    }
  }

  @Test
  void nothingIsDoneAfterTheFree() {
    BiConsumer<SessionGuard, Door> actor =
        (guard, door) -> {
          assertThat(guard.run(door.operation(OperationKind.FREE))).isEqualTo(Status.OK);
          for (OperationKind kind : OperationKind.values()) {
            assertThat(guard.run(door.operation(kind))).isEqualTo(Status.CLOSED);
          }
          assertThat(guard.dispatch(true, () -> guard.run(door.operation(OperationKind.WRITE))))
              .isEqualTo(Status.CLOSED);
        };
    assertThat(alone(actor)).containsExactly("[FREE]");
  }

  // ---- two threads, all interleavings ----

  @SafeVarargs
  private Toy toy(BiConsumer<SessionGuard, Door>... actors) {
    return run -> {
      Door door = new Door(run);
      SessionGuard guard =
          strategy.guard(run, "session", () -> run.point("wake blocked I/O", null));
      for (int i = 0; i < actors.length; i++) {
        BiConsumer<SessionGuard, Door> actor = actors[i];
        run.actor("actor" + i, () -> actor.accept(guard, door));
      }
      return () -> door.toString() + (run.complete() ? "" : ended(run));
    };
  }

  private static String ended(ControlledRun run) {
    return run.escapes().isEmpty() ? " incomplete" : " threw";
  }

  private Exploration meet(OperationKind one, OperationKind other) {
    Exploration explored =
        Exploration.full(
            toy(
                (guard, door) -> guard.run(door.operation(one)),
                (guard, door) -> guard.run(door.operation(other))),
            BOUND);
    assertThat(explored.kinds()).isEmpty();
    assertThat(explored.ran()).allMatch(ran -> ran.complete());
    return explored;
  }

  private static void assertShown(Exploration explored, boolean shown, String what) {
    if (shown) {
      assertThat(explored.finalStates()).anyMatch(state -> state.contains(what));
    } else {
      assertThat(explored.finalStates()).noneMatch(state -> state.contains(what));
    }
  }

  @ParameterizedTest
  @EnumSource(names = "FREE", mode = EnumSource.Mode.EXCLUDE)
  void operationsMeetUnlessTheStrategyKeepsThemApart(OperationKind kind) {
    assertShown(meet(kind, OperationKind.WRITE), !promises(Promise.OPERATIONS_APART), Door.MET);
  }

  @ParameterizedTest
  @EnumSource(names = "FREE", mode = EnumSource.Mode.EXCLUDE)
  void operationsMeetAFreeUnlessTheStrategyKeepsItApart(OperationKind kind) {
    Exploration explored = meet(kind, OperationKind.FREE);
    assertShown(explored, !promises(Promise.FREE_APART), Door.MET_FREE);
    assertShown(explored, !promises(Promise.FREE_APART), Door.AFTER_FREE);
  }

  @Test
  void oneOfTwoFreesIsDone() {
    assertShown(
        meet(OperationKind.FREE, OperationKind.FREE),
        !promises(Promise.ONE_FREE),
        Door.FREED_TWICE);
  }

  // ---- from inside ----

  private Exploration fromInside(OperationKind kind, boolean beside) {
    BiConsumer<SessionGuard, Door> reader =
        (guard, door) ->
            guard.run(door.operation(OperationKind.READ, () -> ask(guard, door, kind)));
    return Exploration.full(
        beside
            ? toy(reader, (guard, door) -> guard.run(door.operation(OperationKind.WRITE)))
            : done(reader),
        2);
  }

  private static void ask(SessionGuard guard, Door door, OperationKind kind) {
    if (kind == OperationKind.FREE) {
      guard.run(door.operation(kind));
    } else {
      guard.dispatch(true, () -> guard.run(door.operation(kind)));
    }
  }

  /** A toy of one actor. Its final state is the list of operations done. */
  private Toy done(BiConsumer<SessionGuard, Door> actor) {
    return run -> {
      Door door = new Door(run);
      SessionGuard guard = strategy.guard(run, "session", () -> {});
      run.actor("alone", () -> actor.accept(guard, door));
      return () -> door.done().toString();
    };
  }

  private void assertFromInside(OperationKind kind, Promise nested, Promise deferred) {
    Exploration alone = fromInside(kind, false);
    boolean done = promises(nested) || promises(deferred);
    String expected =
        promises(nested)
            ? "[READ, " + kind + " inside]"
            : promises(deferred) ? "[READ, " + kind + "]" : "[READ]";
    assertThat(alone.finalStates()).containsExactly(expected);
    for (Exploration explored : List.of(alone, fromInside(kind, true))) {
      if (done) {
        assertThat(explored.kinds()).isEmpty();
        assertThat(explored.ran()).allMatch(ran -> ran.complete());
      } else {
        assertThat(explored.kinds()).contains(FindingKind.DOUBLE_LOCK);
      }
    }
  }

  @Test
  void aSendFromInsideIsDoneAsPromisedOrIsADoubleLock() {
    assertFromInside(OperationKind.WRITE, Promise.NESTED_SEND, Promise.DEFERRED_SEND);
  }

  @Test
  void aFreeFromInsideIsDoneAsPromisedOrIsADoubleLock() {
    assertFromInside(OperationKind.FREE, Promise.NESTED_FREE, Promise.DEFERRED_FREE);
  }
}
