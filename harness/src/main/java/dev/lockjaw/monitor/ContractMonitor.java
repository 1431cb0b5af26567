package dev.lockjaw.monitor;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.result.Finding;
import dev.lockjaw.result.FindingKind;
import dev.lockjaw.result.Held;
import dev.lockjaw.result.ThreadEvidence;
import dev.lockjaw.transport.ThreadContract;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Watches every call of one session's TLS stack: which threads are inside, whether the session is
 * freed, and whether the transport's {@link ThreadContract} allows another thread in. It reports a
 * breach at once and does not wait for a crash, because most overlaps do no visible harm
 * (docs/crashes.md has figures).
 *
 * <p>A write from inside a read on the same thread is allowed, because the stacks support it. A
 * read inside a read ruins the connection. A status call is allowed from inside any operation of
 * the same thread; beside one of another thread, if the contract lets a reader in beside a writer.
 * Any thread may call any method.
 */
public final class ContractMonitor {
  private final String session;
  private final ThreadContract contract;
  private final Witness witness;
  private final Reporter reporter;
  private final boolean refuses;
  private final List<Visit> inside = new ArrayList<>(4);
  private final List<Carried> carried = new ArrayList<>(0);
  private Visit freed;
  private boolean released;
  private final List<String> freers = new ArrayList<>(2);

  /** Takes a finding; {@code key} identifies it among those of its kind. */
  @FunctionalInterface
  public interface Reporter {
    void report(FindingKind kind, String key, java.util.function.Supplier<Finding> evidence);
  }

  /**
   * An operation inside the stack.
   *
   * @param thread identifies the thread: only that thread's visits have this object
   */
  public record Visit(
      Object thread,
      String name,
      OperationKind kind,
      List<Held> held,
      List<StackTraceElement> stack) {}

  /**
   * @param refuses whether to refuse calls that breach the contract, because the stack would crash
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
   * Plaintext that a thread has passed to the stack.
   *
   * @param text its bytes
   * @param step of the run, from 1
   */
  public record Carried(String text, String thread, int step) {}

  /**
   * Call this before each operation, and give the result to {@link #leave} after it.
   *
   * @throws RefusedEntryException if this monitor refuses calls and this one breaches the contract
   */
  public Visit enter(OperationKind kind) {
    return enter(visit(kind));
  }

  /** Like {@link #enter(OperationKind)}, of any thread. Returns the same visit. */
  public synchronized Visit enter(Visit visit) {
    OperationKind kind = visit.kind();
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

  /** Whether the steps of the run are kept in words. */
  public boolean recording() {
    return witness.recording();
  }

  /** An operation that the calling thread is about to begin, be it inside the stack or not. */
  public Visit visit(OperationKind kind) {
    return new Visit(
        Thread.currentThread(),
        witness.thread(),
        kind,
        witness.recording() ? witness.held() : List.of(),
        witness.stack());
  }

  /** Two threads have closed the stack, and the session means only one of them to. */
  public synchronized void closedTwice(Visit one, Visit other) {
    String both =
        one.name().equals(other.name())
            ? one.name() + " has closed the engine of " + session + " for two frees"
            : one.name() + " and " + other.name() + " have both closed the engine of " + session;
    reporter.report(
        FindingKind.DOUBLE_FREE,
        session + ": closed twice",
        () ->
            new Finding(
                FindingKind.DOUBLE_FREE,
                both + ": each has found it open. Another free after them leaves it alone",
                List.of(evidence(one, "closes the engine"), evidence(other, "closes the engine")),
                null));
  }

  /** The calling thread passes plaintext to the stack. Kept in runs with stacks only. */
  public synchronized void carries(ByteBuffer plaintext) {
    if (witness.recording() && plaintext.hasRemaining()) {
      byte[] data = new byte[plaintext.remaining()];
      plaintext.duplicate().get(data);
      String text = new String(data, StandardCharsets.ISO_8859_1);
      carried.add(new Carried(text, witness.thread(), witness.steps()));
    }
  }

  /** Where plaintext that begins so, or has it in its midst, was first passed to the stack. */
  public synchronized Optional<Carried> carried(String text) {
    return carried.stream().filter(one -> one.text().contains(text)).findFirst();
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

  /** The calling thread asks the session to free the stack. */
  public synchronized void freeCalled() {
    freers.add(witness.thread());
  }

  /** The threads that have asked for that, in the order of the calls. */
  public synchronized List<String> freers() {
    return List.copyOf(freers);
  }

  /** The session has closed the stack or the connection: its free will not be left undone. */
  public synchronized void released() {
    released = true;
  }

  /** Whether the stack was freed, or else is left to the garbage collector. */
  public synchronized boolean isReleased() {
    return released || freed != null;
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
          visit.name() + " frees " + session + ", which " + freed.name() + " has already freed",
          "freed it earlier");
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
          "freed it earlier");
    }
  }

  /** Returns whether the two may be inside together, and reports them if not. */
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
              + (sameThread ? "" : "; the thread contract is " + contract),
          "is inside " + other.kind().verb());
    }
    return false;
  }

  private boolean allowed(OperationKind inside, OperationKind entering, boolean sameThread) {
    boolean asks = inside == OperationKind.STATUS || entering == OperationKind.STATUS;
    if (asks) {
      boolean frees = inside == OperationKind.FREE || entering == OperationKind.FREE;
      return !frees && (sameThread || contract == ThreadContract.DUPLEX);
    }
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
