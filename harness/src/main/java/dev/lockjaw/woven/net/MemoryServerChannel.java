package dev.lockjaw.woven.net;

import dev.lockjaw.socket.Options;
import dev.lockjaw.socket.Selectable;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketAddress;
import java.net.SocketOption;
import java.nio.channels.AlreadyBoundException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NotYetBoundException;
import java.nio.channels.SelectionKey;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Set;

/** A port that is listened on. Its state belongs to the thread that has the turn. */
final class MemoryServerChannel extends ServerSocketChannel implements Selectable {
  private static final int DEFAULT_BACKLOG = 50;
  private static final Site ACCEPT =
      NetworkWaits.site("ServerSocketChannel", "accept", "accept a connection");

  private final MemoryProvider provider;
  private final Options options = new Options(false);
  private InetSocketAddress bound;
  private Backlog backlog;

  MemoryServerChannel(MemoryProvider provider) {
    super(provider);
    this.provider = provider;
  }

  @Override
  public ServerSocketChannel bind(SocketAddress local, int most) throws IOException {
    requireOpen();
    if (bound != null) {
      throw new AlreadyBoundException();
    }
    bound = Network.here().bindable(local);
    backlog = new Backlog(most < 1 ? DEFAULT_BACKLOG : most);
    Network.here().listen(bound.getPort(), backlog);
    Network.points().touch(backlog, Points.CONTENTS, true);
    return this;
  }

  @Override
  public SocketChannel accept() throws IOException {
    return accept(-1);
  }

  /**
   * Accepts a connection.
   *
   * @param nanos the longest wait; negative for no limit
   * @return null if none is there, and the channel is not blocking
   */
  MemoryChannel accept(long nanos) throws IOException {
    requireOpen();
    if (bound == null) {
      throw new NotYetBoundException();
    }
    Network.points().access(ACCEPT, backlog, Points.CONTENTS, true);
    requireOpen();
    if (isBlocking() && backlog.isEmpty()) {
      NetworkWaits.await(
          this, ACCEPT, "a connection", Waiting.WORK, backlog, nanos, () -> !backlog.isEmpty());
    }
    End next = backlog.next();
    if (next == null) {
      Network.points().changesNothing();
    }
    return next == null ? null : new MemoryChannel(provider, next);
  }

  /** Called with monitors of the JDK held, so that no scheduling point may be here. */
  @Override
  protected void implCloseSelectableChannel() {
    Points points = Points.here();
    if (backlog != null && points != null && points.present()) {
      Network.here().stopListening(bound.getPort(), backlog);
      backlog.close();
      points.touch(backlog, Points.CONTENTS, true);
    }
  }

  @Override
  protected void implConfigureBlocking(boolean block) {}

  private void requireOpen() throws ClosedChannelException {
    if (!isOpen()) {
      throw new ClosedChannelException();
    }
  }

  @Override
  public int ready(int interest) {
    return backlog != null && !backlog.isEmpty() ? interest & SelectionKey.OP_ACCEPT : 0;
  }

  @Override
  public void look() {
    if (backlog != null) {
      Network.points().touch(backlog, Points.CONTENTS, false);
    }
  }

  @Override
  public Object subject() {
    return backlog == null ? this : backlog;
  }

  @Override
  public <T> ServerSocketChannel setOption(SocketOption<T> name, T value) throws IOException {
    requireOpen();
    options.set(name, value);
    return this;
  }

  @Override
  public <T> T getOption(SocketOption<T> name) throws IOException {
    requireOpen();
    return options.get(name);
  }

  @Override
  public Set<SocketOption<?>> supportedOptions() {
    return options.supported();
  }

  @Override
  public ServerSocket socket() {
    return new ChannelServerSocket(this);
  }

  @Override
  public SocketAddress getLocalAddress() throws ClosedChannelException {
    requireOpen();
    return bound;
  }

  Options options() {
    return options;
  }

  /** Null while it is not bound. */
  InetSocketAddress local() {
    return bound;
  }
}
