package dev.lockjaw.adapter;

import dev.lockjaw.lock.OperationKind;
import dev.lockjaw.mark.Machinery;
import dev.lockjaw.monitor.ContractMonitor;
import dev.lockjaw.monitor.ContractMonitor.Visit;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.transport.Endpoint;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;

/** A TLS stack as a channel of plaintext, with the contract monitor at its door. */
@Machinery
final class TlsChannel implements ByteChannel {
  private final Sync sync;
  private final Shared on;
  private final ContractMonitor monitor;
  private final Endpoint endpoint;
  private final WireChannel wire;
  private final boolean blocking;
  private volatile boolean closed;

  TlsChannel(
      Sync sync,
      Shared on,
      ContractMonitor monitor,
      Endpoint endpoint,
      WireChannel wire,
      boolean blocking) {
    this.sync = sync;
    this.on = on;
    this.monitor = monitor;
    this.endpoint = endpoint;
    this.wire = wire;
    this.blocking = blocking;
  }

  /** One record at the most. */
  @Override
  public int read(ByteBuffer into) throws IOException {
    sync.look(OperationKind.READ.entering(), on);
    Visit visit = monitor.enter(OperationKind.READ);
    try {
      int count;
      do {
        count = endpoint.read(into);
      } while (blocking && count == 0 && into.hasRemaining());
      if (count != 0) {
        sync.touch(on);
      }
      sync.look(OperationKind.READ.leaving(), on);
      return count;
    } finally {
      monitor.leave(visit);
    }
  }

  /** One record, if it fits in one. */
  @Override
  public int write(ByteBuffer from) throws IOException {
    int count = from.remaining();
    sync.point(OperationKind.WRITE.entering(), on);
    Visit visit = monitor.enter(OperationKind.WRITE);
    try {
      monitor.carries(from);
      endpoint.write(from);
      sync.point(OperationKind.WRITE.leaving(), on);
      return count;
    } finally {
      monitor.leave(visit);
    }
  }

  String status() {
    sync.look(OperationKind.STATUS.entering(), on);
    Visit visit = monitor.enter(OperationKind.STATUS);
    try {
      String status = endpoint.status();
      sync.look(OperationKind.STATUS.leaving(), on);
      return status;
    } finally {
      monitor.leave(visit);
    }
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() throws IOException {
    if (closed) {
      return;
    }
    sync.point(OperationKind.FREE.entering(), on);
    Visit visit = monitor.enter(OperationKind.FREE);
    closed = true;
    try {
      endpoint.free();
      sync.point(OperationKind.FREE.leaving(), on);
    } finally {
      monitor.leave(visit);
      wire.close();
    }
  }
}
