package dev.lockjaw.body;

import dev.lockjaw.arena.ActorThreads;
import dev.lockjaw.explore.choice.Follower;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.result.Step;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Trial;
import dev.lockjaw.transport.EndpointPairs;
import dev.lockjaw.weave.WeavingLoader;
import dev.lockjaw.woven.Learned;
import java.io.IOException;
import java.util.List;

/**
 * How each run of a test body starts from the same static state. Static fields, caches and threads
 * that outlive a run make the next one go another way. So each run has classes of its own, which
 * costs time, unless a run proves to go the same way on classes that an earlier one has used. Used
 * by one thread at a time.
 */
public final class Start {
  private WeavingLoader loader;
  private boolean afresh = true;

  public Start(WeavingLoader loader) {
    this.loader = loader;
  }

  /** The classes of the next run. */
  WeavingLoader loader() {
    WeavingLoader now = loader;
    if (afresh) {
      loader = now.afresh();
    }
    return now;
  }

  /** Whether each run has classes of its own. */
  public boolean afresh() {
    return afresh;
  }

  /** Finds out whether runs may share their classes. */
  void settle(Cell cell) {
    try (ActorThreads workers = new ActorThreads()) {
      Learned learned = new Learned();
      List<Step> first = run(cell, workers, learned);
      while (learned.more()) {
        first = run(cell, workers, learned);
      }
      afresh = false;
      run(cell, workers, learned); // on classes that none has used
      afresh = !run(cell, workers, learned).equals(first);
    } catch (IOException impossible) {
      throw new IllegalStateException("a test body opens no TLS stack of Lockjaw's", impossible);
    }
  }

  private static List<Step> run(Cell cell, ActorThreads workers, Learned learned)
      throws IOException {
    EndpointPairs none = EndpointPairs.fresh(cell.transport().open(cell.protocol()));
    return Trial.run(cell, none, workers, new Follower(Schedule.DEFAULT), true, learned)
        .interleaving();
  }
}
