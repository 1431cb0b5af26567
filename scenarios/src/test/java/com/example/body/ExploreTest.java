package com.example.body;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.lockjaw.body.Explored;
import dev.lockjaw.junit.Explore;
import java.io.ByteArrayOutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import java.util.logging.StreamHandler;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Ordinary tests that are explored, run by JUnit as a user's would be. */
@Timeout(300)
class ExploreTest {
  static class Wrong {
    private final Account account = new Account();

    @Explore
    void loses() throws Exception {
      Thread other = new Thread(() -> account.addUnlocked(1), "other");
      other.start();
      account.addUnlocked(1);
      other.join();
      assertThat(account.balance()).isEqualTo(2);
    }

    @Explore
    void deadlocks(Explored with) throws Exception {
      Account second = new Account();
      Thread other = new Thread(() -> second.move(account, 1), "other");
      other.start();
      account.move(second, 1);
      other.join();
    }

    @Explore(preemptions = 0)
    void awaitsATimer() throws Exception {
      Thread ticks = new Thread(() -> tick(() -> account.balance() == 0), "ticks");
      ticks.start();
      ticks.join();
    }

    @Explore
    void forgets() {
      Thread waits =
          new Thread(
              () -> {
                synchronized (account) {
                  try {
                    account.wait();
                  } catch (InterruptedException woken) {
                    throw new IllegalStateException(woken);
                  }
                }
              },
              "waits");
      waits.start();
      synchronized (account) {
        account.notifyAll();
      }
    }
  }

  private static final String LOG = "com.example.body";

  private static void tick(BooleanSupplier goesOn) {
    while (goesOn.getAsBoolean()) {
      try {
        Thread.sleep(100);
      } catch (InterruptedException woken) {
        throw new IllegalStateException(woken);
      }
    }
  }

  static class Right {
    private final Account account = new Account();

    @Explore(exhaustive = true)
    void adds() throws Exception {
      ExecutorService pool = Executors.newFixedThreadPool(2);
      Future<?> one = pool.submit(() -> account.add(1));
      Future<?> two = pool.submit(() -> account.add(1));
      one.get();
      two.get();
      assertThat(account.balance()).isEqualTo(2);
    }

    @Explore(exhaustive = true)
    void leavesAPoolIdle() throws Exception {
      assertThat(Executors.newCachedThreadPool().submit(account::balance).get()).isZero();
    }

    @Explore(exhaustive = true)
    void leavesADaemon(Explored with) {
      Thread daemon = new Thread(() -> forEver(account), "daemon");
      daemon.setDaemon(true);
      daemon.start();
      assertThat(with.tls().createSSLEngine().getUseClientMode()).isFalse();
    }

    @Explore(preemptions = 0, exhaustive = true)
    void leavesATimer() {
      new Thread(() -> tick(() -> true), "ticks").start();
    }

    @Explore(preemptions = 0, exhaustive = true)
    void leavesAThreadThatCatchesAll() {
      Thread daemon = new Thread(Right::catchesAll, "daemon");
      daemon.setDaemon(true);
      daemon.start();
    }

    private static void catchesAll() {
      try {
        tick(() -> true);
      } catch (Throwable caught) {
        Logger.getLogger(LOG).log(Level.WARNING, "caught", caught);
      }
    }

    private static void forEver(Object on) {
      synchronized (on) {
        while (true) {
          try {
            on.wait();
          } catch (InterruptedException woken) {
            // goes on waiting
          }
        }
      }
    }
  }

  private static EngineExecutionResults run(Class<?> type) {
    return EngineTestKit.engine("junit-jupiter").selectors(selectClass(type)).execute();
  }

  private static String failure(String method, String takes, String... token) {
    EngineTestKit.Builder kit =
        EngineTestKit.engine("junit-jupiter").selectors(selectMethod(Wrong.class, method, takes));
    EngineExecutionResults results =
        token.length == 0
            ? kit.execute()
            : kit.configurationParameter("lockjaw.replay", token[0]).execute();
    return results.allEvents().failed().stream()
        .findFirst()
        .orElseThrow()
        .getRequiredPayload(TestExecutionResult.class)
        .getThrowable()
        .orElseThrow()
        .getMessage();
  }

  private static String token(String failure) {
    return failure.replaceFirst("(?s).*?@Explore\\(replay = \"([^\"]*)\".*", "$1");
  }

  @Test
  void aFailedAssertionIsShownWithItsInterleaving() {
    assertThat(failure("loses", ""))
        .contains("escaped-exception in loses/Wrong")
        .contains("expected: 2")
        .contains("Account.addUnlocked line 12: read balance = 0")
        .contains("Passes if");
  }

  @Test
  void aThreadThatTheBodyAwaitsIsNoTimer() {
    assertThat(failure("awaitsATimer", "")).contains("stall in awaitsATimer/Wrong");
  }

  @Test
  void aTokenReplaysADeadlock() {
    String explored = "dev.lockjaw.body.Explored";
    String found = failure("deadlocks", explored);
    assertThat(found).contains("deadlock in deadlocks/Wrong").contains("Account.lock");
    assertThat(token(found)).startsWith("LJ2/deadlocks/Wrong/own/own/");
    assertThat(failure("deadlocks", explored, token(found)))
        .contains("deadlock in deadlocks/Wrong");
  }

  @Test
  void aThreadThatIsLeftWaitingIsAStall() {
    assertThat(failure("forgets", "")).contains("stall in forgets/Wrong").contains("waits");
  }

  @Test
  void whatIsRightPasses() {
    ByteArrayOutputStream logged = new ByteArrayOutputStream();
    Handler handler = new StreamHandler(logged, new SimpleFormatter());
    Logger log = Logger.getLogger(LOG);
    log.setUseParentHandlers(false);
    log.addHandler(handler);
    try {
      run(Right.class).testEvents().assertStatistics(all -> all.started(5).succeeded(5));
    } finally {
      log.removeHandler(handler);
    }
    handler.flush();
    assertThat(logged.toString(UTF_8)).as("what woven code caught as a run ended").isEmpty();
  }
}
