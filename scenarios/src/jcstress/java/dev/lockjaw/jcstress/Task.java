package dev.lockjaw.jcstress;

import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.Status;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * An operation that keeps its outcome, since another thread may perform it. Read the outcome after
 * both actors have ended.
 */
final class Task implements Operation {
  /** The outcome of an operation that found the session closed. */
  static final String CLOSED = "closed";

  /** The outcome of an operation that no thread performed. */
  static final String NEVER = "never ran";

  /** The start of the outcome of an operation that threw, followed by the exception. */
  static final String THREW = "threw ";

  private final OperationKind kind;
  private final Supplier<String> body;
  private String outcome = NEVER;

  /**
   * @param body performs it and returns the outcome; null if it found the session closed
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

  /** Runs the guarded call, and records its status or its exception as the outcome. */
  void run(Supplier<Status> guarded) {
    try {
      if (guarded.get() == Status.CLOSED) {
        outcome = CLOSED; // the guard refused it, or it found the session closed
      }
    } catch (Throwable thrown) { // an exception that escapes an actor would stop jcstress
      Throwable cause = thrown instanceof UncheckedIOException ? thrown.getCause() : thrown;
      outcome = THREW + cause.getClass().getSimpleName();
    }
  }
}
