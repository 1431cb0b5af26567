package dev.lockjaw.watch.judge;

import dev.lockjaw.result.Finding;
import dev.lockjaw.watch.event.Event;
import dev.lockjaw.watch.event.Layout;
import dev.lockjaw.watch.event.LogFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Follows the logs of a program's processes in a folder, and judges each. {@link #drain} and {@link
 * #judge} may run in two threads, so that a judgement that takes long loses no events.
 */
public final class LogFollower {
  /** So many events wait for the judge at most; then the logs fill, and events are dropped. */
  private static final int MOST_WAITING = 1 << 20;

  /** One process. */
  private static final class Followed {
    final LogFile log;
    final WatchJudge judge;
    List<Event> waiting = new ArrayList<>();
    long events;
    boolean over;
    boolean ended;

    Followed(LogFile log, WatchJudge judge) {
      this.log = log;
      this.judge = judge;
    }
  }

  /**
   * What was read from the logs, and what is missing from them.
   *
   * @param processes how many wrote a log
   * @param read events that were read
   * @param events dropped because a ring was full
   * @param texts lost because the text area was full
   * @param threads not watched because there was no ring
   * @param killed processes that ended without a chance to say so
   */
  public record Losses(
      int processes, long read, long events, long texts, long threads, int killed) {}

  private final Path folder;
  private final Function<LogFile, StackSource> sources;
  private final Map<Path, Followed> logs = new LinkedHashMap<>();

  /**
   * @param sources what turns the stacks of a log into text
   */
  public LogFollower(Path folder, Function<LogFile, StackSource> sources) {
    this.folder = folder;
    this.sources = sources;
  }

  /**
   * Takes new events from the logs.
   *
   * @return how many
   * @throws IOException if the folder or a log can't be read
   */
  public int drain() throws IOException {
    discover();
    int count = 0;
    for (Followed one : followed()) {
      synchronized (one) {
        if (one.over || one.waiting.size() > MOST_WAITING) {
          continue;
        }
        boolean over = one.log.over() || replaced(one);
        List<Event> events = one.log.read(over);
        one.waiting.addAll(events);
        one.events += events.size();
        one.over = over;
        count += events.size();
      }
    }
    return count;
  }

  private void discover() throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*" + Layout.SUFFIX)) {
      for (Path file : files) {
        if (!logs.containsKey(file)) {
          LogFile.open(file).ifPresent(this::follow);
        }
      }
    }
  }

  private void follow(LogFile log) {
    synchronized (logs) {
      WatchJudge judge = new WatchJudge(sources.apply(log), log.word(Layout.PID));
      logs.put(log.path(), new Followed(log, judge));
    }
  }

  private List<Followed> followed() {
    synchronized (logs) {
      return List.copyOf(logs.values());
    }
  }

  /** Whether the process has executed another program, which has a log of its own. */
  private boolean replaced(Followed one) {
    List<Followed> all = followed();
    return all.subList(all.indexOf(one) + 1, all.size()).stream()
        .anyMatch(later -> later.log.word(Layout.PID) == one.log.word(Layout.PID));
  }

  /** Judges what was taken from the logs. */
  public void judge() {
    for (Followed one : followed()) {
      List<Event> events;
      boolean over;
      synchronized (one) {
        events = one.waiting;
        one.waiting = new ArrayList<>();
        over = one.over;
      }
      events.forEach(one.judge::accept);
      if (over && !one.ended) {
        one.ended = true;
        one.judge.end(0);
      }
    }
  }

  /** Judges the processes that still run as if they ended now. */
  public void end() {
    for (Followed one : followed()) {
      if (!one.ended) {
        one.ended = true;
        one.judge.end(System.nanoTime());
      }
    }
  }

  /** Whether every process that wrote a log is over. */
  public boolean over() {
    return followed().stream().allMatch(one -> one.log.over() || replaced(one));
  }

  /** What was found so far in all processes, each fault once. */
  public List<Finding> findings() {
    return followed().stream().flatMap(one -> one.judge.findings().stream()).distinct().toList();
  }

  public Losses losses() {
    List<Followed> all = followed();
    return new Losses(
        all.size(),
        all.stream().mapToLong(one -> one.events).sum(),
        sum(all, Layout.DROPPED),
        sum(all, Layout.TEXT_LOST),
        sum(all, Layout.THREADS_LOST),
        (int)
            all.stream().filter(one -> one.log.word(Layout.STATE) == 1 && !replaced(one)).count());
  }

  private static long sum(List<Followed> all, int word) {
    return all.stream().mapToLong(one -> one.log.word(word)).sum();
  }
}
