package example;

import java.io.PipedInputStream;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.ForkJoinTask;
import java.util.concurrent.locks.AbstractQueuedSynchronizer;

/** Waits where a run does not see it. */
public final class Outside {
  private final Sync sync = new Sync();

  private static final class Sync extends AbstractQueuedSynchronizer {
    private static final long serialVersionUID = 1L;
  }

  /** Of each sort one. */
  public void all(PipedInputStream in, Selector selector, List<String> names) throws Exception {
    in.read();
    selector.select(10);
    sync.acquire(1);
    names.parallelStream().forEach(String::length);
    ForkJoinTask.invokeAll(List.of(ForkJoinTask.adapt(names::clear)));
  }
}
