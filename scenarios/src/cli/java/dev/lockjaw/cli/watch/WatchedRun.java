package dev.lockjaw.cli.watch;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.explain.Text;
import dev.lockjaw.process.Folders;
import dev.lockjaw.result.Finding;
import dev.lockjaw.watch.event.Layout;
import dev.lockjaw.watch.event.LogFile;
import dev.lockjaw.watch.judge.LogFollower;
import dev.lockjaw.watch.judge.LoggedStacks;
import dev.lockjaw.watch.judge.StackSource;
import dev.lockjaw.watch.nativ.NativeStacks;
import dev.lockjaw.watch.nativ.Symbols;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One run of a watched program. */
final class WatchedRun {
  private static final int NATIVE = 1;
  private static final int SECONDS_TO_END = 5;

  private final Context context;
  private final Beginning beginning;
  private final Path given;
  private final Duration time;
  private final boolean failFast;
  private final Symbols symbols = new Symbols();
  private List<Finding> findings = List.of();
  private LogFollower.Losses losses;
  private long elapsedNanos;
  private String ending = "";
  private WatchedSubject subject;
  private volatile boolean followed = true;

  /**
   * @param beginning begins the run
   * @param given the folder of the logs; null if it is made for this run
   * @param time after which the program is stopped; null if it runs to its end
   */
  WatchedRun(Context context, Beginning beginning, Path given, Duration time, boolean failFast) {
    this.context = context;
    this.given = given;
    this.beginning = beginning;
    this.time = time;
    this.failFast = failFast;
  }

  /** What was found. */
  List<Finding> findings() {
    return findings;
  }

  LogFollower.Losses losses() {
    return losses;
  }

  long elapsedNanos() {
    return elapsedNanos;
  }

  /** Runs the program, and follows it until it and all of its processes are over. */
  void run() {
    try {
      if (given != null) {
        run(given);
        return;
      }
      Path logs = Files.createTempDirectory("lockjaw-watch-");
      try {
        run(logs);
      } finally {
        Folders.remove(logs);
      }
    } catch (IOException failed) {
      throw new ToolException("the log of the program can't be read: " + failed);
    }
  }

  private void run(Path logs) throws IOException {
    LogFollower follower = new LogFollower(logs, this::stacks);
    context.terminal().out().flush();
    long start = System.nanoTime();
    subject = beginning.begin(logs);
    follower.drain();
    context.interrupt().react(this::stop);
    Thread drain = new Thread(() -> drain(follower), "lockjaw-watch-drain");
    drain.setDaemon(true);
    drain.start();
    follow(follower, start);
    elapsedNanos = System.nanoTime() - start;
    followed = false;
    join(drain);
    follower.drain();
    follower.judge();
    follower.end();
    findings = follower.findings();
    losses = follower.losses();
  }

  private StackSource stacks(LogFile log) {
    return log.word(Layout.FRONT_END) == NATIVE
        ? new NativeStacks(log, symbols)
        : new LoggedStacks(log);
  }

  private void drain(LogFollower follower) {
    while (followed) {
      try {
        if (follower.drain() < 100) {
          TimeUnit.MICROSECONDS.sleep(1000);
        }
      } catch (IOException failed) {
        throw new UncheckedIOException(failed);
      } catch (InterruptedException interrupted) {
        return;
      }
    }
  }

  private void follow(LogFollower follower, long start) {
    long end = time == null ? Long.MAX_VALUE : start + time.toNanos();
    while (subject.isAlive() || !follower.over()) {
      follower.judge();
      if (context.interrupt().happened()) {
        break;
      }
      if (System.nanoTime() - end > 0 && time != null) {
        ending = subject.left() + " after " + time.toMillis() / 1000.0 + " s.";
        break;
      }
      if (failFast && !follower.findings().isEmpty()) {
        ending = subject.left() + " at the first finding.";
        break;
      }
      pause();
    }
    if (subject.isAlive() || !follower.over()) {
      stop();
    } else {
      ending = subject.ending();
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(5);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** Stops the processes that this run started: politely first. */
  private void stop() {
    List<ProcessHandle> all = subject.toStop();
    all.forEach(ProcessHandle::destroy);
    long patience = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_END);
    while (all.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < patience) {
      pause();
    }
    all.forEach(ProcessHandle::destroyForcibly);
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** What else there is to say, a paragraph each: how the program ended, and what is missing. */
  List<String> closing() {
    List<String> lines = new ArrayList<>();
    lines.add(
        Text.count(losses.processes(), "process", "processes")
            + " watched, "
            + Text.count(losses.read(), "event")
            + ". "
            + ending);
    if (losses.events() + losses.texts() + losses.threads() > 0) {
      lines.add(
          "Missing: "
              + losses.events()
              + " events for which the log had no room, "
              + losses.texts()
              + " stacks, and all events of "
              + losses.threads()
              + " threads. Nothing is reported that depends on them.");
    }
    if (losses.killed() > 0 && !subject.isAlive()) {
      lines.add(
          Text.count(losses.killed(), "process", "processes")
              + " ended without a chance to close the log: killed, crashed, or by _exit.");
    }
    if (symbols.missing()) {
      lines.add("Functions have no names, because addr2line is missing: install binutils.");
    }
    return lines;
  }
}
