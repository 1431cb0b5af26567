package dev.lockjaw.adapter;

import dev.lockjaw.mark.Machinery;
import dev.lockjaw.result.Act;
import dev.lockjaw.socket.StreamChannel;
import dev.lockjaw.sync.Shared;
import dev.lockjaw.sync.Sync;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.wire.WireEnd;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;
import java.util.function.BooleanSupplier;

/**
 * A wire's end as a connected socket's channel: each call is a scheduling point, and each wait is
 * one of the run. A step may touch everything, as a TLS socket above it may.
 */
@Machinery
final class WireSocketChannel extends StreamChannel {
  private static final Act AWAITS_INPUT = Act.waitFor("input");
  private static final Act AWAITS_ROOM = Act.waitFor("room");
  private static final Act ENDS_INPUT = Act.other("shut input down");
  private static final Act ENDS_OUTPUT = Act.other("shut output down");
  private static final InetSocketAddress LOCAL = at(49_152);
  private static final InetSocketAddress REMOTE = at(443);

  private final Sync sync;
  private final WireChannel wire;
  private final WireEnd end;
  private final Act readsWire;
  private final Act writesWire;
  private volatile boolean inputShut;
  private volatile boolean outputShut;

  /** The thread that has announced a close by a scheduling point. */
  private volatile Thread announced;

  WireSocketChannel(SelectorProvider provider, Sync sync, WireChannel wire) {
    super(provider);
    this.sync = sync;
    this.wire = wire;
    this.end = wire.end();
    this.readsWire = Act.of(Act.Kind.WIRE, end.input().name(), "read wire");
    this.writesWire = Act.of(Act.Kind.WIRE, end.output().name(), "write wire");
  }

  private static InetSocketAddress at(int port) {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
  }

  // ---- reading and writing ----

  @Override
  public int read(ByteBuffer into) throws IOException {
    return read(into, -1, true);
  }

  @Override
  protected int read(ByteBuffer into, long nanos) throws IOException {
    return read(into, nanos, false);
  }

  private int read(ByteBuffer into, long nanos, boolean interruptible) throws IOException {
    sync.look(readsWire, null);
    requireOpen();
    if (!into.hasRemaining() && !inputShut) {
      return 0;
    }
    if (isBlocking()) {
      await(
          AWAITS_INPUT,
          end.input(),
          nanos,
          interruptible,
          () -> inputShut || !isOpen() || wire.readable());
    }
    int count = inputShut ? -1 : wire.take(into);
    if (count != 0) {
      sync.touch(null);
    }
    return count;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return write(from, true);
  }

  @Override
  protected void send(ByteBuffer from) throws IOException {
    write(from, false);
  }

  private int write(ByteBuffer from, boolean interruptible) throws IOException {
    sync.point(writesWire, null);
    requireOutput();
    int count = end.write(from);
    while (isBlocking() && from.hasRemaining()) {
      await(
          AWAITS_ROOM,
          end.output(),
          -1,
          interruptible,
          () -> outputShut || !isOpen() || wire.writable());
      requireOutput();
      count += end.write(from);
    }
    return count;
  }

  private void requireOutput() throws ClosedChannelException {
    requireOpen();
    if (outputShut || wire.isShut()) {
      throw new ClosedChannelException();
    }
  }

  /** An interrupt closes a channel, as the JDK's does. */
  private void await(Act wait, Shared on, long nanos, boolean interruptible, BooleanSupplier ready)
      throws IOException {
    try {
      boolean came = wire.await(wait, Waiting.IO, on, nanos, interruptible, ready);
      if (!isOpen()) {
        throw new AsynchronousCloseException();
      }
      if (!came) {
        throw new SocketTimeoutException("Read timed out");
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      close();
      throw new ClosedByInterruptException();
    }
  }

  // ---- closing ----

  @Override
  public SocketChannel shutdownInput() throws IOException {
    sync.point(ENDS_INPUT, null);
    requireOpen();
    inputShut = true;
    sync.changed(end.input());
    return this;
  }

  @Override
  public SocketChannel shutdownOutput() throws IOException {
    sync.point(ENDS_OUTPUT, null);
    requireOpen();
    outputShut = true;
    end.endOutput();
    sync.changed(end.output());
    return this;
  }

  @Override
  protected void closes() {
    wire.closes();
    announced = Thread.currentThread();
  }

  /**
   * {@inheritDoc} The JDK holds a monitor of the channel here. A second thread that closes it waits
   * for that, as it does with the JDK's channels.
   */
  @Override
  protected void implCloseSelectableChannel() {
    if (announced != Thread.currentThread()) {
      wire.closes();
    }
    wire.closeNow();
  }

  // ---- selecting ----

  @Override
  public int ready(int interest) {
    int now = inputShut || wire.readable() ? SelectionKey.OP_READ : 0;
    now |= outputShut || wire.writable() ? SelectionKey.OP_WRITE : 0;
    return now & interest;
  }

  @Override
  public void look() {
    sync.look(end.input());
    sync.look(end.output());
  }

  @Override
  public Object subject() {
    return end.input();
  }

  // ---- what it is asked ----

  @Override
  protected int available() {
    return inputShut || !isOpen() ? 0 : end.available();
  }

  @Override
  protected boolean inputShut() {
    return inputShut;
  }

  @Override
  protected boolean outputShut() {
    return outputShut;
  }

  @Override
  protected InetSocketAddress local() {
    return LOCAL;
  }

  @Override
  protected InetSocketAddress remote() {
    return REMOTE;
  }

  @Override
  public SocketChannel bind(SocketAddress local) throws IOException {
    requireOpen();
    throw new AlreadyBoundException();
  }

  @Override
  public boolean connect(SocketAddress to) throws IOException {
    requireOpen();
    throw new AlreadyConnectedException();
  }

  @Override
  public boolean finishConnect() throws IOException {
    requireOpen();
    return true;
  }

  @Override
  public boolean isConnected() {
    return true;
  }

  @Override
  public boolean isConnectionPending() {
    return false;
  }
}
