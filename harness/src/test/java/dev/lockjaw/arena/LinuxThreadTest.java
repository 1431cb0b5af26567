package dev.lockjaw.arena;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
@Timeout(60)
class LinuxThreadTest {
  private final AtomicBoolean enough = new AtomicBoolean();
  private Thread thread;

  @AfterEach
  void end() throws InterruptedException {
    enough.set(true);
    LockSupport.unpark(thread);
    if (thread != null) {
      thread.join();
    }
  }

  /** A thread that does something over and over until it is enough, as the system sees it. */
  private SystemThread doing(Runnable something) throws ExecutionException, InterruptedException {
    CompletableFuture<SystemThread> itself = new CompletableFuture<>();
    thread =
        new Thread(
            () -> {
              itself.complete(LinuxThread.current().orElseThrow());
              while (!enough.get()) {
                something.run();
              }
            });
    thread.start();
    return itself.get();
  }

  @Test
  void oneThatIsParkedSleeps() throws Exception {
    SystemThread parked = doing(LockSupport::park);
    while (!parked.asleep()) {
      Thread.onSpinWait();
    }
  }

  /** It may sleep for a moment, while the JVM stops all threads. */
  @Test
  void oneThatRunsDoesNot() throws Exception {
    SystemThread running = doing(Thread::onSpinWait);
    while (running.asleep()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void theOneThatAsksRuns() {
    assertThat(LinuxThread.current().orElseThrow().asleep()).isFalse();
  }

  /** As if nothing were known of it: what the JVM says counts. */
  @Test
  void ofOneThatHasEndedNothingIsKnown() throws Exception {
    enough.set(true);
    SystemThread ended = doing(() -> {});
    while (!ended.asleep()) {
      Thread.onSpinWait();
    }
  }
}
