package dev.lockjaw.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.Child;
import dev.lockjaw.cli.CommandRun;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.lock.LockStrategy;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Lock strategies of plug-ins that keep state of their own. */
@Timeout(300)
class PluginStrategyTest {
  /** Its guard takes the session if the flag is down. Nobody else can see that it does. */
  private static final String PLAIN_FLAG =
      strategy(
          """
          private boolean busy;
          void begin() {}
          public Status run(Operation operation) {
            while (busy) { Thread.onSpinWait(); }
            busy = true;
            try { return operation.perform(); } finally { busy = false; }
          }
          """);

  /** The same flag under a mutex. Waiting threads are in a list, each with a flag of its own. */
  private static final String HANDED_OVER =
      strategy(
          """
          private Mutex mutex;
          void begin() { mutex = sync.mutex("M", false); }
          private final Shared turns = new Shared("turns");
          private final java.util.Deque<boolean[]> waiting = new java.util.ArrayDeque<>();
          private boolean busy;
          public Status run(Operation operation) {
            boolean[] mine = {false};
            mutex.lock();
            try {
              mine[0] = !busy;
              if (busy) { waiting.add(mine); }
              busy = true;
            } finally { mutex.unlock(); }
            sync.await("waits for its turn", Waiting.LOCK, turns, () -> mine[0]);
            try { return operation.perform(); } finally { handOver(); }
          }
          private void handOver() {
            mutex.lock();
            try {
              boolean[] next = waiting.poll();
              busy = next != null;
              if (next != null) { next[0] = true; sync.touch(turns); }
            } finally { mutex.unlock(); }
            sync.changed(turns);
          }
          """);

  @TempDir private Path directory;

  private static String strategy(String guard) {
    return """
    package org.acme;
    import dev.lockjaw.lock.*;
    import dev.lockjaw.sync.*;
    public final class Own implements LockStrategy {
      public String id() { return "own"; }
      public String description() { return "state of its own"; }
      public SessionGuard guard(Sync sync, String session, Runnable wake) {
        return new Guard(sync);
      }
      static final class Guard implements SessionGuard {
        private final Sync sync;
        Guard(Sync sync) { this.sync = sync; begin(); }
        public boolean drives() { return true; }
        %s
      }
    }
    """
        .formatted(guard);
  }

  private CommandRun.Outcome run(String source) throws Exception {
    new PluginFolder(directory).plugin("acme", LockStrategy.class, "Own", source);
    return new Child(directory)
        .run(
            "run",
            "--plugin=acme",
            "--scenario=write-write",
            "--strategy=own",
            "--transport=jsse",
            "--preemptions=1");
  }

  @Test
  void stateThatIsSharedWithoutAPointIsAFinding() throws Exception {
    CommandRun.Outcome outcome = run(PLAIN_FLAG);
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(ExitCode.FINDING);
    assertThat(outcome.out())
        .contains("data-race in write-write/own/jsse", "Own.Guard.busy at Own.Guard.run line");
  }

  @Test
  void stateUnderAMutexPassesAndAConditionMayLookAtIt() throws Exception {
    CommandRun.Outcome outcome = run(HANDED_OVER);
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isEqualTo(ExitCode.OK);
    assertThat(outcome.out()).contains("1 cell: 1 pass");
  }
}
