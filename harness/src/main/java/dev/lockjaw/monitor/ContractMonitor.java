package dev.lockjaw.monitor;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.transport.ThreadContract;
import java.util.ArrayList;
import java.util.List;

/**
 * Watches the door of one session's TLS stack: who is inside, whether the session is freed, and
 * whether the transport's {@link ThreadContract} allows another one in. It reports at once, without
 * waiting for the stack to crash, as most overlaps do no visible harm (docs/crashes.md has
 * figures).
 *
 * <p>A write from inside a read on the same thread is let pass: the stacks bear it. A read inside a
 * read ruins the connection. Any thread may call.
 */
public final class ContractMonitor {
  private final String session;
  private final ThreadContract contract;
  private final Witness witness;
  private final Reporter reporter;
  private final boolean refuses;
  private final List<Visit> inside = new ArrayList<>(4);
  private Visit freed;

  /** Takes a finding; {@code key} tells it from others of its kind. */
  @FunctionalInterface
  public interface Reporter {
    void report(FindingKind kind, String key, java.util.function.Supplier<Finding> evidence);
  }

  /** An operation inside the stack. */
  public record Visit(
      Thread thread,
      String name,
      OperationKind kind,
      List<Held> held,
      List<StackTraceElement> stack) {}

  /**
   * @param refuses whether to keep out who must not come in, because the stack would not survive it
   */
  public ContractMonitor(
      String session,
      ThreadContract contract,
      boolean refuses,
      Witness witness,
      Reporter reporter) {
    this.session = session;
    this.contract = contract;
    this.witness = witness;
    this.reporter = reporter;
    this.refuses = refuses;
  }

  /**
   * To be called on the way in; what comes back goes to {@link #leave}.
   *
   * @throws RefusedEntryException if this monitor refuses, and the caller must not come in
   */
  public synchronized Visit enter(OperationKind kind) {
    boolean recording = witness.recording();
    Visit visit =
        new Visit(
            Thread.currentThread(),
            witness.thread(),
            kind,
            recording ? witness.held() : List.of(),
            witness.stack());
    if (meetsAnother(visit)) {
      witness.met();
    }
    boolean welcome = freed == null;
    if (!welcome) {
      afterFree(visit);
    }
    for (Visit other : inside) {
      welcome &= meets(other, visit);
    }
    if (refuses && !welcome) {
      throw new RefusedEntryException(kind.verb() + " on " + session);
    }
    inside.add(visit);
    return visit;
  }

  public synchronized void leave(Visit visit) {
    inside.remove(visit);
    if (visit.kind() == OperationKind.FREE && freed == null) {
      freed = visit;
    }
  }

  public synchronized boolean isFreed() {
    return freed != null;
  }

  private boolean meetsAnother(Visit visit) {
    boolean meets = freed != null && freed.thread() != visit.thread();
    for (int i = 0; i < inside.size() && !meets; i++) {
      meets = inside.get(i).thread() != visit.thread();
    }
    return meets;
  }

  private void afterFree(Visit visit) {
    if (visit.kind() == OperationKind.FREE) {
      report(
          FindingKind.DOUBLE_FREE,
          visit,
          freed,
          visit.name() + " frees " + session + ", which " + freed.name() + " has freed already",
          "freed it before");
    } else {
      report(
          FindingKind.USE_AFTER_FREE,
          visit,
          freed,
          visit.name()
              + " enters "
              + visit.kind().verb()
              + " on "
              + session
              + " after "
              + freed.name()
              + " has freed it",
          "freed it before");
    }
  }

  /** Returns whether the two may be inside together; reports it if not. */
  private boolean meets(Visit other, Visit visit) {
    if (allowed(other.kind(), visit.kind(), other.thread() == visit.thread())) {
      return true;
    }
    boolean sameThread = other.thread() == visit.thread();
    boolean frees = visit.kind() == OperationKind.FREE;
    boolean freeing = other.kind() == OperationKind.FREE;
    String where = sameThread ? " from inside its own " : " while " + other.name() + " is inside ";
    if (frees && freeing) {
      report(
          FindingKind.DOUBLE_FREE,
          visit,
          other,
          visit.name() + " frees " + session + where + "free",
          "is freeing it");
    } else if (frees) {
      report(
          FindingKind.FREE_IN_USE,
          visit,
          other,
          visit.name() + " frees " + session + where + other.kind().verb(),
          "is inside " + other.kind().verb());
    } else if (freeing) {
      report(
          FindingKind.USE_AFTER_FREE,
          visit,
          other,
          visit.name() + " enters " + visit.kind().verb() + " on " + session + where + "free",
          "is freeing it");
    } else {
      report(
          FindingKind.CONCURRENT_ENTRY,
          visit,
          other,
          visit.name()
              + " enters "
              + visit.kind().verb()
              + " on "
              + session
              + where
              + other.kind().verb()
              + (sameThread ? "" : "; the transport is " + contract),
          "is inside " + other.kind().verb());
    }
    return false;
  }

  private boolean allowed(OperationKind inside, OperationKind entering, boolean sameThread) {
    if (sameThread) {
      return inside == OperationKind.READ && entering == OperationKind.WRITE;
    }
    return contract == ThreadContract.DUPLEX
        && (inside == OperationKind.READ && entering == OperationKind.WRITE
            || inside == OperationKind.WRITE && entering == OperationKind.READ);
  }

  private void report(
      FindingKind kind, Visit accused, Visit other, String message, String otherDoes) {
    reporter.report(
        kind,
        session
            + ": "
            + accused.kind()
            + " by "
            + accused.name()
            + ", "
            + other.kind()
            + " by "
            + other.name(),
        () ->
            new Finding(
                kind,
                message,
                List.of(
                    evidence(accused, "enters " + accused.kind().verb()),
                    evidence(other, otherDoes)),
                null));
  }

  private static ThreadEvidence evidence(Visit visit, String doing) {
    return new ThreadEvidence(visit.name(), doing, visit.held(), null, visit.stack());
  }
}
