package dev.lockjaw.cli.terminal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Shows progress: on a terminal one line, rewritten every second; elsewhere a line every ten
 * seconds.
 */
public final class StatusLine implements AutoCloseable {
  private static final String ERASE_LINE = "\r\u001b[K";
  private static final int LIVE_SECONDS = 1;
  private static final int PIPE_SECONDS = 10;

  private final PrintWriter err;
  private final boolean live;
  private final int width;
  private final Supplier<String> line;
  private final ScheduledExecutorService ticker;
  private boolean closed;

  /**
   * @param line gives the text; called by a thread of its own
   */
  public StatusLine(Terminal terminal, Supplier<String> line) {
    this.err = terminal.err();
    this.live = terminal.live();
    this.width = terminal.width();
    this.line = line;
    this.ticker = Executors.newSingleThreadScheduledExecutor(StatusLine::daemon);
    int period = live ? LIVE_SECONDS : PIPE_SECONDS;
    ticker.scheduleAtFixedRate(this::print, period, period, TimeUnit.SECONDS);
  }

  private static Thread daemon(Runnable body) {
    Thread thread = new Thread(body, "lockjaw-progress");
    thread.setDaemon(true);
    return thread;
  }

  private synchronized void print() {
    if (closed) {
      return; // close came first
    }
    String now = line.get();
    if (live) {
      err.print(ERASE_LINE + now.substring(0, Math.min(now.length(), width - 1)));
    } else {
      err.println(now);
    }
    err.flush();
  }

  /** Such as {@code about 20 s}. */
  public static String about(double seconds) {
    return seconds < 90
        ? String.format(Locale.ROOT, "about %.0f s", Math.ceil(seconds))
        : String.format(Locale.ROOT, "about %.0f min", Math.ceil(seconds / 60));
  }

  @Override
  public void close() {
    ticker.shutdownNow();
    synchronized (this) {
      closed = true;
      if (live) {
        err.print(ERASE_LINE);
        err.flush();
      }
    }
  }
}
