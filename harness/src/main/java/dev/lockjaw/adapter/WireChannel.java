package dev.lockjaw.adapter;

import dev.lockjaw.arena.ActorThread;
import dev.lockjaw.mark.Machinery;
import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.transport.Io;
import dev.lockjaw.wire.Patience;
import dev.lockjaw.wire.WireEnd;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ByteChannel;
import java.nio.channels.ClosedChannelException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/** A wire's end as a socket's channel is: each call a scheduling point. */
@Machinery
final class WireChannel implements ByteChannel {
  private static final Act AWAITS_INPUT = Act.waitFor("input");
  private static final Act AWAITS_ROOM = Act.waitFor("room");
  private static final Act SHUTS_DOWN = Act.other("shut the wire down");
  private static final Act CLOSES = Act.other("close wire");

  private final Sync sync;
  private final WireEnd end;
  private final Act readsWire;
  private final Act writesWire;
  private final Runnable onClose;
  private final Runnable onTail;
  private final boolean precise;
  private final Queue<ByteBuffer> unsent = new ConcurrentLinkedQueue<>();
  private volatile boolean blocking;
  private volatile boolean opening;
  private volatile boolean shut;
  private volatile boolean closed;
  private volatile boolean ended;

  /**
   * @param onClose called when it is closed
   * @param onTail called when bytes that found no room are kept; may be called inside the stack
   * @param precise whether reading and writing touch no more than the wire
   */
  WireChannel(Sync sync, WireEnd end, Runnable onClose, Runnable onTail, boolean precise) {
    this.sync = sync;
    this.end = end;
    this.readsWire = Act.of(Act.Kind.WIRE, end.input().name(), "read wire");
    this.writesWire = Act.of(Act.Kind.WIRE, end.output().name(), "write wire");
    this.onClose = onClose;
    this.onTail = onTail;
    this.precise = precise;
  }

  /** From now on reads wait for input. */
  void block() {
    blocking = true;
  }

  /** Whether the session is being opened, and the run has not begun. */
  void opening(boolean now) {
    opening = now;
  }

  boolean opening() {
    return opening;
  }

  private void await(Act wait, Shared on, BooleanSupplier ready) throws IOException {
    try {
      await(wait, Waiting.IO, on, -1, false, ready);
    } catch (InterruptedException impossible) {
      throw new IllegalStateException(impossible);
    }
    requireNotClosedMeanwhile();
  }

  /**
   * Waits as the run can see, or else, before it begins, for some other thread.
   *
   * @param nanos the longest wait in the run; negative for no limit
   * @return whether the condition holds
   * @throws InterruptedException if {@code interruptible} and the thread is interrupted
   */
  boolean await(
      Act wait, Waiting kind, Shared on, long nanos, boolean interruptible, BooleanSupplier ready)
      throws IOException, InterruptedException {
    if (opening && !(Thread.currentThread() instanceof ActorThread)) {
      Patience.until(() -> ready.getAsBoolean() || settled(ready), wait.wording());
      return true;
    }
    if (nanos < 0 && !interruptible) {
      sync.await(wait, kind, on, ready);
      return true;
    }
    return sync.await(wait, kind, on, nanos, interruptible, ready);
  }

  /** Whether a condition holds once other threads of a woven session have moved. */
  private static boolean settled(BooleanSupplier ready) {
    Points opening = Here.opening();
    if (opening != null) {
      opening.letOthersMove();
    }
    return opening != null && ready.getAsBoolean();
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    sync.look(readsWire, precise ? end.input() : null);
    requireOpen();
    if (blocking) {
      await(AWAITS_INPUT, end.input(), () -> shut || end.readable());
    }
    return take(into);
  }

  /** Reads what is there. */
  int take(ByteBuffer into) throws IOException {
    int count = shut ? -1 : end.read(into);
    if (count == 0 && settled(end::readable)) {
      count = end.read(into);
    }
    ended |= count < 0;
    return count;
  }

  /** For a TLS stack. */
  Io io() {
    return new Io() {
      @Override
      public int read(ByteBuffer into) throws IOException {
        return WireChannel.this.read(into);
      }

      @Override
      public void write(ByteBuffer from) throws IOException {
        WireChannel.this.write(from);
      }
    };
  }

  /** Takes all of {@code from}: waits for room, or else keeps the rest until {@link #flush}. */
  @Override
  public int write(ByteBuffer from) throws IOException {
    sync.point(writesWire, precise ? end.output() : null);
    requireOpen();
    if (!blocking) {
      int count = from.remaining();
      unsent.add(ByteBuffer.allocate(count).put(from).flip());
      flush();
      if (pending()) {
        onTail.run();
      }
      return count;
    }
    int count = end.write(from);
    while (from.hasRemaining()) {
      await(AWAITS_ROOM, end.output(), () -> shut || end.writable());
      if (shut) {
        throw new ClosedChannelException();
      }
      count += end.write(from);
    }
    return count;
  }

  /** Sends what was kept, as far as there is room. */
  synchronized void flush() throws IOException {
    while (!unsent.isEmpty()) {
      end.write(unsent.peek());
      if (unsent.peek().hasRemaining()) {
        return;
      }
      unsent.remove();
    }
  }

  /** Whether something is kept that can still be sent. */
  boolean pending() {
    return !unsent.isEmpty() && !shut;
  }

  private void requireOpen() throws ClosedChannelException {
    if (closed) {
      throw new ClosedChannelException();
    }
  }

  private void requireNotClosedMeanwhile() throws AsynchronousCloseException {
    if (closed) {
      throw new AsynchronousCloseException();
    }
  }

  boolean readable() {
    return shut || end.readable();
  }

  boolean writable() {
    return shut || end.writable();
  }

  /** Whether it is shut down or closed. */
  boolean isShut() {
    return shut;
  }

  /** Whether nothing more will be read. */
  boolean ended() {
    return ended || shut;
  }

  WireEnd end() {
    return end;
  }

  void shutdown() {
    sync.point(SHUTS_DOWN, null);
    shut = true;
    sync.changed(end.input());
    sync.changed(end.output());
  }

  @Override
  public boolean isOpen() {
    return !closed;
  }

  @Override
  public void close() {
    if (!closed) {
      closes();
      closeNow();
    }
  }

  /** The scheduling point before a close. */
  void closes() {
    if (!closed) {
      sync.point(CLOSES, null);
    }
  }

  /** Closes it. No scheduling point. */
  void closeNow() {
    if (!closed) {
      closed = true;
      shut = true;
      end.close();
      onClose.run();
    }
  }
}
