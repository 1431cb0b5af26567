package dev.lockjaw.probe;

import dev.lockjaw.arena.Jitter;
import dev.lockjaw.arena.Stacks;
import dev.lockjaw.engine.Call;
import dev.lockjaw.engine.Door;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.ContractMonitor.Visit;
import dev.lockjaw.monitor.Witness;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.transport.ThreadContract;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The door of one engine or socket that a library's own threads use. It delays each call before it
 * starts and before it ends, and watches it in between. Any thread.
 */
final class ProbeDoor implements Door {
  private final Probe probe;
  private final String name;
  private final ContractMonitor monitor;
  private final Map<Thread, Jitter> jitters = new ConcurrentHashMap<>(4);

  /**
   * @param engine whether it is an engine, which does no locking for its users
   */
  ProbeDoor(Probe probe, String name, boolean engine) {
    this.probe = probe;
    this.name = name;
    this.monitor =
        engine
            ? new ContractMonitor(
                name,
                ThreadContract.DUPLEX,
                false,
                new CallingThread(probe),
                (kind, key, evidence) -> probe.report(evidence))
            : null;
  }

  @Override
  public Pass enter(Call call) {
    if (probe.closed()) {
      return Pass.UNWATCHED;
    }
    pause();
    Visit visit = keptApart(call) ? monitor.enter(call.kind()) : null;
    Stay stay = new Stay(Thread.currentThread(), call, name);
    probe.entered(stay);
    return new Pass() {
      @Override
      public void done() {
        pause();
      }

      @Override
      public void failed(Exception thrown, boolean established) {
        if (Corruption.isReportedBy(thrown, established)) {
          probe.report(() -> corrupted(call, thrown));
        }
      }

      @Override
      public void close() {
        probe.left(stay);
        if (visit != null) {
          monitor.leave(visit);
        }
      }
    };
  }

  /** Whether two threads must not be in this call at once. Closing is allowed at any time. */
  private boolean keptApart(Call call) {
    return monitor != null && (call == Call.WRAP || call == Call.UNWRAP);
  }

  private void pause() {
    Thread me = Thread.currentThread();
    Jitter jitter = jitters.get(me);
    if (jitter == null) {
      jitter = new Jitter(probe.seed(name), jitters.size());
      jitters.put(me, jitter);
    }
    jitter.pause(this);
  }

  private Finding corrupted(Call call, Exception thrown) {
    String thread = Thread.currentThread().getName();
    return new Finding(
        FindingKind.RECORD_CORRUPTION,
        thread + " received a corrupted record, or an alert about one, on " + name,
        List.of(
            new ThreadEvidence(
                thread,
                "is inside " + call.text() + " of " + name,
                List.of(),
                null,
                Stacks.here())),
        thrown.toString());
  }

  /** Any thread of the library's. */
  private record CallingThread(Probe probe) implements Witness {
    @Override
    public String thread() {
      return Thread.currentThread().getName();
    }

    @Override
    public boolean recording() {
      return true;
    }

    @Override
    public void met() {
      probe.met();
    }

    /** Empty: the JVM would stop all threads at every call to answer. */
    @Override
    public List<Held> held() {
      return List.of();
    }

    @Override
    public List<StackTraceElement> stack() {
      return Stacks.here();
    }
  }
}
