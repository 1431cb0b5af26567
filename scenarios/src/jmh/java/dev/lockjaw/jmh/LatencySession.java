package dev.lockjaw.jmh;

import dev.lockjaw.lock.Operation;
import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.lock.Status;
import dev.lockjaw.sync.direct.DirectSync;
import dev.lockjaw.transport.Tls;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;

/**
 * A session that one thread sends on, another reads, and a third frees. What comes after the free
 * finds it closed, which is for the strategy to make sure of: nothing else keeps them apart.
 */
final class LatencySession {
  private static final int BYTES = 64;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final byte[] record = new byte[BYTES];
  private final Guarded guarded;
  private final Guarded.Write write;
  private final Guarded.Read read;
  private final Operation reading;
  private volatile Status sent;
  private volatile boolean freed;

  LatencySession(DirectSync sync, String strategy, Tls tls) throws IOException {
    guarded = new Guarded(sync, strategy, tls);
    write = guarded.new Write(BYTES);
    read = guarded.new Read();
    reading = new Step(OperationKind.READ, true, read::perform);
  }

  /** Returns once the record is sealed, whichever thread did that; false if it never will be. */
  boolean send() {
    sent = null;
    Status status = guarded.run(new Step(OperationKind.WRITE, false, () -> sent = write.perform()));
    if (status != Status.QUEUED) {
      return status == Status.OK;
    }
    long start = System.nanoTime();
    while (sent == null) {
      Thread.onSpinWait();
      if (System.nanoTime() - start > PATIENCE_NANOS) {
        throw new IllegalStateException("a send that was accepted was never done");
      }
    }
    return sent == Status.OK;
  }

  /** Has the peer seal a record, and reads it. */
  void receive() {
    guarded.feed(record);
    Status status = guarded.run(reading);
    if (status == Status.WANT_READ) {
      throw new IllegalStateException("the record did not arrive");
    }
  }

  /** May return before it is done. */
  void free() {
    guarded.run(
        new Step(
            OperationKind.FREE,
            false,
            () -> {
              freed = true;
              try {
                guarded.free();
              } catch (IOException failed) {
                throw new UncheckedIOException(failed);
              }
              return Status.OK;
            }));
  }

  /** Gives everything back, once no thread comes here any more. */
  void discard() {
    guarded.discard();
  }

  /** What finds the session closed if it comes too late. */
  private final class Step implements Operation {
    private final OperationKind kind;
    private final boolean awaited;
    private final Supplier<Status> body;

    Step(OperationKind kind, boolean awaited, Supplier<Status> body) {
      this.kind = kind;
      this.awaited = awaited;
      this.body = body;
    }

    @Override
    public OperationKind kind() {
      return kind;
    }

    @Override
    public boolean awaited() {
      return awaited;
    }

    @Override
    public Status perform() {
      if (!freed) {
        return body.get();
      }
      if (kind == OperationKind.WRITE) {
        sent = Status.CLOSED;
      }
      return Status.CLOSED;
    }
  }
}
