package dev.lockjaw.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.arena.ArenaTaskQueue;
import dev.lockjaw.explore.Exploration;
import dev.lockjaw.explore.Toy;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ControlledTaskQueueTest {
  @Test
  void runsTasksInOrder() {
    Toy toy =
        run -> {
          TaskQueue queue = run.executor("queue");
          List<String> done = new ArrayList<>();
          run.actor(
              "hands over",
              () -> {
                for (String task : List.of("a", "b", "c")) {
                  queue.execute(() -> done.add(task));
                }
                queue.shutdown();
              });
          return done::toString;
        };
    Exploration explored = Exploration.full(toy, 3);
    assertThat(explored.finalStates()).containsExactly("[a, b, c]");
    assertThat(explored.count()).isGreaterThan(5);
  }

  @Test
  void refusesTasksAfterShutdownAndStillRunsItsQueue() {
    Toy toy =
        run -> {
          TaskQueue queue = run.executor("queue");
          List<String> events = new ArrayList<>();
          run.actor(
              "hands over",
              () -> {
                queue.execute(() -> events.add("ran"));
                queue.shutdown();
                events.add(queue.execute(() -> events.add("late")) ? "taken" : "refused");
              });
          return () -> String.join(" ", events.stream().sorted().toList());
        };
    assertThat(Exploration.full(toy, 3).finalStates()).containsExactly("ran refused");
  }

  @Test
  void countsOutstandingTasksAndKnowsItsThread() {
    Toy toy =
        run -> {
          TaskQueue queue = run.executor("queue");
          List<String> events = new ArrayList<>();
          run.actor(
              "hands over",
              () -> {
                queue.execute(
                    () -> events.add("inside " + queue.isCurrent() + ' ' + queue.outstanding()));
                run.await(
                    "waits for the task",
                    Waiting.COMPLETION,
                    new Shared("events"),
                    () -> !events.isEmpty());
                events.add("outside " + queue.isCurrent());
              });
          return () ->
              events
                  + (run.executors().stream().anyMatch(ArenaTaskQueue::running)
                      ? " still runs"
                      : "");
        };
    assertThat(Exploration.full(toy, 2).finalStates())
        .containsExactly("[inside true 1, outside false] still runs");
  }

  @Test
  void itsThreadEndsAfterShutdown() {
    Toy toy =
        run -> {
          TaskQueue queue = run.executor("queue");
          run.actor(
              "hands over",
              () -> {
                queue.execute(() -> {});
                queue.shutdown();
              });
          return () -> run.executors().stream().filter(ArenaTaskQueue::running).toList().toString();
        };
    assertThat(Exploration.full(toy, 3).finalStates()).containsExactly("[]");
  }

  /** A task's exception ends the executor's thread. It is kept like any actor's. */
  @Test
  void exceptionOfATaskIsKept() {
    Toy toy =
        run -> {
          TaskQueue queue = run.executor("queue");
          run.actor(
              "hands over",
              () ->
                  queue.execute(
                      () -> {
                        throw new IllegalArgumentException("asked for");
                      }));
          return () -> run.escapes().toString();
        };
    assertThat(Exploration.full(toy, 1).finalStates())
        .allMatch(state -> state.contains("actor=queue") && state.contains("asked for"));
  }
}
