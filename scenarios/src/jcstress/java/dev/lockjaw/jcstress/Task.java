package dev.lockjaw.jcstress;

import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.Status;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * An operation that keeps what it came to, as another thread may perform it. Read that after both
 * actors have ended.
 */
final class Task implements Operation {
  /** What an operation came to that found the session closed. */
  static final String CLOSED = "closed";

  /** What one came to that nobody performed. */
  static final String NEVER = "never ran";

  /** What one came to that ended in an exception, followed by that. */
  static final String THREW = "threw ";

  private final OperationKind kind;
  private final Supplier<String> body;
  private String outcome = NEVER;

  /**
   * @param body does it, and answers what it came to; null if it found the session closed
   */
  Task(OperationKind kind, Supplier<String> body) {
    this.kind = kind;
    this.body = body;
  }

  @Override
  public OperationKind kind() {
    return kind;
  }

  @Override
  public boolean awaited() {
    return kind == OperationKind.READ;
  }

  @Override
  public Status perform() {
    String done = body.get();
    outcome = done == null ? CLOSED : done;
    return done == null ? Status.CLOSED : Status.OK;
  }

  String outcome() {
    return outcome;
  }

  /** Takes note of how the guard answered, or of what came out of it. */
  void run(Supplier<Status> guarded) {
    try {
      if (guarded.get() == Status.CLOSED) {
        outcome = CLOSED; // the guard kept it out, or it came to that
      }
    } catch (Throwable thrown) { // jcstress stops at what escapes an actor
      Throwable cause = thrown instanceof UncheckedIOException ? thrown.getCause() : thrown;
      outcome = THREW + cause.getClass().getSimpleName();
    }
  }
}
