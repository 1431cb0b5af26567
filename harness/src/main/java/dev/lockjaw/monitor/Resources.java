package dev.lockjaw.monitor;

import dev.lockjaw.result.Act;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.sync.Resource;
import dev.lockjaw.sync.Sync;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * What the sessions of a run have taken, and what they have given back. Reports what is given back
 * twice. Any thread.
 */
public final class Resources {
  private final Sync sync;
  private final Witness witness;
  private final ContractMonitor.Reporter reporter;
  private final Queue<Taken> all = new ConcurrentLinkedQueue<>();

  public Resources(Sync sync, Witness witness, ContractMonitor.Reporter reporter) {
    this.sync = sync;
    this.witness = witness;
    this.reporter = reporter;
  }

  /**
   * A resource that was not given back.
   *
   * @param taker the thread that has taken it
   */
  public record Kept(String name, ThreadEvidence taker) {}

  /** A session has taken a resource. */
  public Resource taken(String session, String name) {
    Taken one = new Taken(session, name + '(' + session + ')', evidence("takes it"));
    all.add(one);
    return one;
  }

  /** What a session has taken and not given back, in the order in which it took it. */
  public List<Kept> kept(String session) {
    return all.stream()
        .filter(one -> one.session.equals(session))
        .filter(Taken::isKept)
        .map(one -> new Kept(one.name, one.taker))
        .toList();
  }

  private ThreadEvidence evidence(String doing) {
    List<Held> held = witness.recording() ? witness.held() : List.of();
    return new ThreadEvidence(witness.thread(), doing, held, null, witness.stack());
  }

  private final class Taken implements Resource {
    private final String session;
    private final String name;
    private final ThreadEvidence taker;
    private ThreadEvidence giver;

    Taken(String session, String name, ThreadEvidence taker) {
      this.session = session;
      this.name = name;
      this.taker = taker;
    }

    @Override
    public void giveBack() {
      sync.point(Act.other("give " + name + " back"), null);
      give(evidence("gives it back"));
    }

    private synchronized void give(ThreadEvidence mine) {
      if (giver == null) {
        giver = mine;
        return;
      }
      ThreadEvidence first = giver;
      reporter.report(
          FindingKind.DOUBLE_FREE,
          name + ": by " + mine.name() + ", by " + first.name(),
          () ->
              new Finding(
                  FindingKind.DOUBLE_FREE,
                  mine.name() + " gives " + name + " back, which " + gaveBack(first, mine),
                  List.of(mine, first),
                  null));
    }

    private static String gaveBack(ThreadEvidence first, ThreadEvidence mine) {
      return (first.name().equals(mine.name()) ? "it" : first.name()) + " has already given back";
    }

    synchronized boolean isKept() {
      return giver == null;
    }
  }
}
