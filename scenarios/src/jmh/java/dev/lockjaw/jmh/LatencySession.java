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
 * A session on which one thread sends, another reads, and a third frees. An operation after the
 * free must find it closed. Only the strategy ensures that; nothing else keeps the threads apart.
 */
final class LatencySession {
  private static final int BYTES = 64;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private final byte[] record = new byte[BYTES];
  private final GuardedEndpoint guarded;
  private final GuardedEndpoint.Write write;
  private final GuardedEndpoint.Read read;
  private final Operation reading;
  private volatile Status sent;
  private volatile boolean freed;

  LatencySession(DirectSync sync, String strategy, Tls tls) throws IOException {
    guarded = new GuardedEndpoint(sync, strategy, tls);
    write = guarded.new Write(BYTES);
    read = guarded.new Read();
    reading = new Step(OperationKind.READ, true, read::perform);
  }

  /** Returns true once a thread has sealed the record, false if the session is closed. */
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
        throw new IllegalStateException("a send was accepted and never done");
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

  /** Frees the session. May return before the free is done. */
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

  /** Frees all resources. No thread may use the session any more. */
  void discard() {
    guarded.discard();
  }

  /** An operation that returns CLOSED after the free. */
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
