package dev.lockjaw.woven.calls;

import dev.lockjaw.woven.Points;
import java.util.concurrent.ThreadFactory;

/** Thread factories, and the builders of threads that JDK 21 brought. */
public final class BuilderCalls {
  private BuilderCalls() {}

  public static Thread newThread(ThreadFactory self, Runnable task, int site) {
    return Bodies.keep(self.newThread(task), task);
  }

  @On(Builders.BUILDER)
  public static Thread unstarted(Object self, Runnable task, int site) {
    return Bodies.keep((Thread) Builders.call(self, "unstarted", task), task);
  }

  @On(Builders.BUILDER)
  public static Thread start(Object self, Runnable task, int site) {
    if (Points.here() == null) {
      return (Thread) Builders.call(self, "start", task);
    }
    Thread thread = unstarted(self, task, site);
    ThreadCalls.start(thread, site);
    return thread;
  }

  @Of(Thread.class)
  public static Thread startVirtualThread(Runnable task, int site) {
    return start(Builders.ofVirtual(), task, site);
  }
}
