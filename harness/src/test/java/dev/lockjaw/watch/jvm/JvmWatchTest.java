package dev.lockjaw.watch.jvm;

import static java.util.stream.Collectors.toCollection;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.lockjaw.result.Finding;
import dev.lockjaw.watch.agent.WatchAgent;
import dev.lockjaw.watch.event.Event;
import dev.lockjaw.watch.event.EventKind;
import dev.lockjaw.watch.event.Layout;
import dev.lockjaw.watch.event.LogFile;
import dev.lockjaw.watch.judge.LoggedStacks;
import dev.lockjaw.watch.judge.WatchJudge;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is found in a JVM that runs all of {@link WatchedCases}, in one child process. */
class JvmWatchTest {
  /** A wait that is as long, in nanoseconds, is a finding for certain. */
  private static final long ENOUGH = 50_000_000;

  @TempDir Path folder;

  @Test
  void namesEachBugAndNoneOfTheRightTwins() throws Exception {
    Path jar = folder.resolve("lockjaw-watch.jar");
    AgentJar.write(jar);
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-javaagent:" + jar + "=" + WatchAgent.FOLLOWED + folder.resolve("log"),
                "-cp",
                // Lockjaw itself is there too, as in a test that uses it
                folderOf(WatchedCases.class) + File.pathSeparator + folderOf(Finding.class),
                WatchedCases.class.getName())
            .redirectErrorStream(true)
            .start();
    try (BufferedReader output = child.inputReader()) {
      assertEquals("all ran", output.readLine());
      LogFile log = log();
      WatchJudge judge = new WatchJudge(new LoggedStacks(log), 1);
      judgeUntilOneWaits(log, judge);
      child.getOutputStream().close();
      assertEquals(null, output.readLine(), "the agent says nothing");
      assertTrue(child.waitFor(60, TimeUnit.SECONDS));
      assertEquals(0, child.exitValue());
      log.read(true).forEach(judge::accept);
      judge.end(0);
      assertEquals(
          new TreeSet<>(
              Set.of(
                  "lock-order-inversion WrongMonitors",
                  "lock-order-inversion WrongQueue",
                  "lock-order-inversion WrongLocks",
                  "lock-order-inversion WrongMixture",
                  "double-lock WrongStamp",
                  "double-lock WrongSemaphore",
                  "wait-under-lock WrongWait",
                  "concurrent-entry WrongWraps",
                  "blocked-io-under-lock WrongWrite")),
          judge.findings().stream().map(JvmWatchTest::brief).collect(toCollection(TreeSet::new)));
      judge.findings().forEach(JvmWatchTest::showsEachStack);
      assertEquals(0, log.word(Layout.DROPPED));
    } finally {
      child.destroyForcibly();
    }
  }

  private static String folderOf(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
  }

  private LogFile log() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("log"))) {
      return LogFile.open(files.findFirst().orElseThrow()).orElseThrow();
    }
  }

  /** Judges until a thread has waited for the monitor of the blocked write for long enough. */
  private static void judgeUntilOneWaits(LogFile log, WatchJudge judge)
      throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    long since = Long.MAX_VALUE;
    while (since == Long.MAX_VALUE || System.nanoTime() - since < ENOUGH) {
      assertTrue(System.nanoTime() < deadline, "no thread waits");
      for (Event event : log.read(false)) {
        judge.accept(event);
        String stack = log.text(event.stack()).map(LogFile.LogText::text).orElse("");
        if (event.kind() == EventKind.LOCK_WAIT && stack.contains("WrongWrite")) {
          since = event.nanos();
        }
      }
      TimeUnit.MILLISECONDS.sleep(1);
    }
  }

  /** The kind of a finding, with the case that it is about. */
  private static String brief(Finding finding) {
    return finding.kind().id() + ' ' + String.join(" and ", cases(finding));
  }

  private static List<String> cases(Finding finding) {
    return finding.threads().stream()
        .flatMap(thread -> thread.stack().stream())
        .map(StackTraceElement::getClassName)
        .filter(name -> name.contains("Cases$"))
        .map(name -> name.substring(name.indexOf('$') + 1))
        .distinct()
        .sorted()
        .toList();
  }

  private static void showsEachStack(Finding finding) {
    assertTrue(
        finding.threads().stream()
            .map(thread -> thread.stack().stream().map(StackTraceElement::getClassName))
            .allMatch(JvmWatchTest::inCases),
        finding::toString);
  }

  private static boolean inCases(Stream<String> classes) {
    return classes.anyMatch(name -> name.contains("Cases$"));
  }
}
