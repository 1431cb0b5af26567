package dev.lockjaw.session;

import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.transport.Io;
import dev.lockjaw.wire.WireEnd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * The I/O callbacks that a session gives its TLS stack: scheduling points inside the stack. A
 * blocking session waits here, inside the transport call. Otherwise, bytes that find no room on the
 * wire are kept until {@link #flush}.
 */
final class SessionIo implements Io {
  private static final Act AWAITS_INPUT = Act.waitFor("input");
  private static final Act AWAITS_ROOM = Act.waitFor("room");
  private static final Act WAKES = Act.other("wake blocked I/O");

  private final Sync sync;
  private final WireEnd wire;
  private final Act readsWire;
  private final Act writesWire;
  private final Runnable onIdle;
  private final Queue<ByteBuffer> unsent = new ArrayDeque<>();
  private volatile boolean blocking;
  private volatile boolean interrupted;
  private volatile boolean idle;
  private volatile boolean pending;

  SessionIo(Sync sync, WireEnd wire, Runnable onIdle) {
    this.sync = sync;
    this.wire = wire;
    this.readsWire = Act.of(Act.Kind.WIRE, wire.input().name(), "read wire");
    this.writesWire = Act.of(Act.Kind.WIRE, wire.output().name(), "write wire");
    this.onIdle = onIdle;
  }

  void block(boolean inside) {
    blocking = inside;
  }

  /** Queues a zero-length message for the next read. Any thread. */
  void idleTick() {
    idle = true;
    sync.changed(wire.input());
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    sync.point(readsWire, wire.input());
    if (blocking) {
      sync.await(AWAITS_INPUT, Waiting.IO, wire.input(), this::readable);
    }
    if (idle) {
      idle = false;
      int count = readable() ? taken(into) : 0; // bytes that arrived meanwhile go to the caller
      onIdle.run();
      return count;
    }
    return taken(into);
  }

  private int taken(ByteBuffer into) throws IOException {
    return interrupted ? -1 : wire.read(into);
  }

  @Override
  public void write(ByteBuffer from) throws IOException {
    sync.point(writesWire, wire.output());
    if (unsent.isEmpty()) {
      wire.write(from);
    }
    while (blocking && from.hasRemaining()) {
      sync.await(AWAITS_ROOM, Waiting.IO, wire.output(), this::writable);
      if (interrupted) {
        throw new ClosedChannelException();
      }
      wire.write(from);
    }
    if (from.hasRemaining()) {
      unsent.add(ByteBuffer.allocate(from.remaining()).put(from).flip());
      pending = true;
    }
  }

  /** Sends kept bytes, as far as there is room now. Called inside an operation. */
  void flush() throws IOException {
    sync.point(writesWire, wire.output());
    while (!unsent.isEmpty()) {
      wire.write(unsent.peek());
      if (unsent.peek().hasRemaining()) {
        return;
      }
      unsent.remove();
    }
    pending = false;
  }

  /** Whether kept bytes wait for room on the wire. Any thread. */
  boolean pending() {
    return pending;
  }

  boolean readable() {
    return idle || interrupted || wire.readable();
  }

  boolean writable() {
    return interrupted || wire.writable();
  }

  Shared input() {
    return wire.input();
  }

  Shared output() {
    return wire.output();
  }

  /** Makes every thread that waits here return. Nothing more is read. Any thread. */
  void interrupt() {
    sync.point(WAKES, null);
    interrupted = true;
    sync.changed(wire.input());
    sync.changed(wire.output());
  }

  /** Ends the connection. Bytes after the TLS stack's close alert may be lost. */
  void close() {
    sync.touch(wire.input());
    sync.touch(wire.output());
    interrupted = true;
    wire.close();
  }
}
