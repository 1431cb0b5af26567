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
import javax.net.ssl.SSLEngineResult.HandshakeStatus;

/**
 * The door of one engine or socket that a library's own threads use. It delays each call before it
 * starts and before it ends, and watches it in between. Any thread.
 */
final class ProbeDoor implements Door {
  private final Probe probe;
  private final String name;
  private final ContractMonitor monitor;
  private final Handshake handshake;
  private final Map<Thread, Jitter> jitters = new ConcurrentHashMap<>(4);

  /**
   * @param engine whether it is an engine, which does no locking for its users
   */
  ProbeDoor(Probe probe, String name, boolean engine) {
    this.probe = probe;
    this.name = name;
    this.handshake = new Handshake(name);
    this.monitor =
        engine
            ? new ContractMonitor(
                name,
                ThreadContract.DUPLEX,
                false,
                new CallingThread(probe),
                (kind, key, evidence) -> probe.report(evidence))
            : null;
    if (engine) {
      probe.begun(handshake);
    }
  }

  @Override
  public Pass enter(Call call) {
    if (probe.closed()) {
      return Pass.UNWATCHED;
    }
    if (call == Call.DELEGATED_TASK) {
      handshake.taskBegins();
    }
    pause();
    return inside(call, keptApart(call) ? monitor.enter(call.kind()) : null);
  }

  @Override
  public Pass ask(Call call) {
    return probe.closed() ? Pass.UNWATCHED : inside(call, null);
  }

  @Override
  public void handshake(HandshakeStatus status) {
    handshake.answered(status);
  }

  @Override
  public void taskTaken(boolean some) {
    handshake.taskTaken(some);
  }

  private Pass inside(Call call, Visit visit) {
    Stay stay = new Stay(Thread.currentThread(), call, name, handshake);
    probe.entered(stay);
    return new Pass() {
      @Override
      public void progress() {
        handshake.step();
      }

      @Override
      public void done() {
        if (call == Call.CLOSE_OUTBOUND || call == Call.CLOSE_INBOUND || call.waitsForPeer()) {
          handshake.ended(); // no call of a socket returns before its handshake is complete
        }
        if (call != Call.STATUS) {
          pause();
        }
      }

      @Override
      public void threw(RuntimeException thrown) {
        if (!Complaint.documented(thrown)) {
          probe.report(() -> Complaint.of(thrown, stay, probe));
        }
        handshake.ended();
      }

      @Override
      public void failed(Exception thrown, boolean established) {
        handshake.ended();
        if (Corruption.isReportedBy(thrown, established)) {
          probe.report(() -> corrupted(call, thrown));
        }
      }

      @Override
      public void close() {
        probe.left(stay);
        if (call == Call.DELEGATED_TASK) {
          handshake.taskEnds();
        }
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
