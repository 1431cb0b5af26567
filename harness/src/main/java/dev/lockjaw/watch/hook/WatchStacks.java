package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.Layout;
import java.util.Arrays;

/** Places in the program: the sites of woven instructions, and whole stacks. Any thread. */
public final class WatchStacks {
  private static final int DEEPEST = 64;
  private static final String OWN = WatchStacks.class.getPackageName() + '.';

  private static volatile String[] sites = new String[1024];
  private static int used = 1;

  private WatchStacks() {}

  /**
   * Makes a site known.
   *
   * @param frame {@code class.method(File.java:12)}
   * @return its number, above 0
   */
  public static synchronized int site(String frame) {
    if (used == sites.length) {
      sites = Arrays.copyOf(sites, 2 * used);
    }
    sites[used] = frame;
    return used++;
  }

  static long siteText(int site) {
    String frame = site <= 0 ? null : sites[site];
    return frame == null ? 0 : WatchLog.text(Layout.TEXT_FRAMES, frame);
  }

  /** The calling thread's stack. */
  static long here() {
    return text(new Throwable().getStackTrace());
  }

  static long of(Thread thread) {
    return text(thread.getStackTrace());
  }

  private static long text(StackTraceElement[] frames) {
    StringBuilder text = new StringBuilder(1024);
    int count = 0;
    for (StackTraceElement frame : frames) {
      if (count == DEEPEST) {
        break;
      }
      String type = frame.getClassName();
      if (!type.startsWith(OWN) && !type.contains("$$Lambda")) {
        append(text.append(count++ == 0 ? "" : "\n"), frame);
      }
    }
    return WatchLog.text(Layout.TEXT_FRAMES, text.toString());
  }

  private static void append(StringBuilder text, StackTraceElement frame) {
    text.append(frame.getClassName()).append('.').append(frame.getMethodName()).append('(');
    if (frame.isNativeMethod()) {
      text.append("Native Method");
    } else if (frame.getFileName() == null) {
      text.append("Unknown Source");
    } else {
      text.append(frame.getFileName());
      if (frame.getLineNumber() >= 0) {
        text.append(':').append(frame.getLineNumber());
      }
    }
    text.append(')');
  }
}
