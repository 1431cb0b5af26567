package dev.lockjaw.woven.net;

import dev.lockjaw.socket.StreamChannel;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.AlreadyConnectedException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ConnectionPendingException;
import java.nio.channels.NoConnectionPendingException;
import java.nio.channels.NotYetConnectedException;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** A connection, or what is to become one. Its state belongs to the thread that has the turn. */
final class MemoryChannel extends StreamChannel {
  private static final String TYPE = "SocketChannel";
  private static final Site CONNECT = NetworkWaits.site(TYPE, "connect", "connect");
  private static final Site READ = NetworkWaits.site(TYPE, "read", "read from the network");
  private static final Site WRITE = NetworkWaits.site(TYPE, "write", "write to the network");
  private static final Site SHUT = NetworkWaits.site(TYPE, "shutdown", "shut down one direction");

  private InetSocketAddress bound;
  private InetSocketAddress pending;
  private End end;
  private boolean inputShut;
  private boolean outputShut;

  MemoryChannel(MemoryProvider provider) {
    super(provider);
  }

  /** One that a server has accepted. */
  MemoryChannel(MemoryProvider provider, End end) {
    super(provider);
    this.end = end;
    this.bound = end.local();
  }

  // ---- connecting ----

  @Override
  public SocketChannel bind(SocketAddress local) throws IOException {
    requireOpen();
    bound = Network.here().bindable(local);
    return this;
  }

  @Override
  public boolean connect(SocketAddress to) throws IOException {
    InetSocketAddress remote = Network.checked(to);
    requireOpen();
    if (end != null) {
      throw new AlreadyConnectedException();
    }
    if (pending != null) {
      throw new ConnectionPendingException();
    }
    Backlog server = Network.here().at(remote.getPort());
    if (server != null) {
      Network.points().access(CONNECT, server, Points.CONTENTS, true);
      requireOpen();
    }
    pending = remote;
    return isBlocking() && finishConnect();
  }

  @Override
  public boolean finishConnect() throws IOException {
    requireOpen();
    if (end != null) {
      return true;
    }
    if (pending == null) {
      throw new NoConnectionPendingException();
    }
    Backlog server = Network.here().at(pending.getPort());
    if (server != null && !server.hasRoom() && !isBlocking()) {
      return false;
    }
    if (server != null && !server.hasRoom()) {
      NetworkWaits.await(
          this, CONNECT, "room for a connection", Waiting.IO, server, -1, server::hasRoom);
    }
    if (server == null) {
      close();
      throw new ConnectException("Connection refused");
    }
    InetSocketAddress local = bound == null ? Network.here().free() : bound;
    bound = local;
    End mine = new End(flow(), flow(), local, pending);
    pending = null;
    server.add(mine.other());
    end = mine;
    Network.points().touch(server, Points.CONTENTS, true);
    return true;
  }

  private Flow flow() {
    return new Flow(options().capacity());
  }

  // ---- reading and writing ----

  @Override
  protected int read(ByteBuffer into, long nanos) throws IOException {
    requireConnected();
    if (inputShut) {
      return -1;
    }
    if (!into.hasRemaining()) {
      return 0;
    }
    Points points = Network.points();
    Flow in = end.in();
    points.access(READ, in, Points.CONTENTS, true);
    requireOpen();
    if (isBlocking() && !in.readable()) {
      NetworkWaits.await(
          this, READ, "bytes to read", Waiting.IO, in, nanos, () -> in.readable() || inputShut);
    }
    int count = in.read(into);
    if (count <= 0) {
      points.changesNothing();
    }
    return inputShut && count == 0 ? -1 : count;
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    requireConnected();
    if (outputShut) {
      throw new ClosedChannelException();
    }
    Flow out = end.out();
    Network.points().access(WRITE, out, Points.CONTENTS, true);
    requireOpen();
    int count = out.write(from);
    while (isBlocking() && from.hasRemaining()) {
      NetworkWaits.await(
          this, WRITE, "room to write", Waiting.IO, out, -1, () -> out.writable() || outputShut);
      if (outputShut) {
        throw new ClosedChannelException();
      }
      count += out.write(from);
      Network.points().touch(out, Points.CONTENTS, true);
    }
    return count;
  }

  // ---- closing ----

  @Override
  public SocketChannel shutdownInput() throws IOException {
    requireConnected();
    Network.points().access(SHUT, end.in(), Points.CONTENTS, true);
    inputShut = true;
    return this;
  }

  @Override
  public SocketChannel shutdownOutput() throws IOException {
    requireConnected();
    Network.points().access(SHUT, end.out(), Points.CONTENTS, true);
    outputShut = true;
    end.out().end();
    return this;
  }

  /** Called with monitors of the JDK held, so that no scheduling point may be here. */
  @Override
  protected void implCloseSelectableChannel() {
    if (end != null) {
      end.close(options().lingers(0));
      touchAll(Points.here());
    }
  }

  private void touchAll(Points points) {
    if (points != null) {
      points.touch(end.in(), Points.CONTENTS, true);
      points.touch(end.out(), Points.CONTENTS, true);
    }
  }

  private void requireConnected() throws ClosedChannelException {
    requireOpen();
    if (end == null) {
      throw new NotYetConnectedException();
    }
  }

  // ---- selecting ----

  @Override
  public int ready(int interest) {
    if (end == null) {
      boolean connects = pending != null;
      return connects ? interest & SelectionKey.OP_CONNECT : 0;
    }
    int now = end.in().readable() || inputShut ? SelectionKey.OP_READ : 0;
    now |= end.out().writable() ? SelectionKey.OP_WRITE : 0;
    return now & interest;
  }

  @Override
  public void look() {
    if (end != null) {
      Points points = Network.points();
      points.touch(end.in(), Points.CONTENTS, false);
      points.touch(end.out(), Points.CONTENTS, false);
    }
  }

  @Override
  public Object subject() {
    return end == null ? this : end.in();
  }

  // ---- what it is asked ----

  @Override
  public boolean isConnected() {
    return end != null;
  }

  @Override
  public boolean isConnectionPending() {
    return pending != null;
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
  protected int available() {
    return end == null || inputShut ? 0 : end.in().size();
  }

  @Override
  protected InetSocketAddress remote() {
    return end == null ? null : end.remote();
  }

  @Override
  protected InetSocketAddress local() {
    return bound;
  }
}
