package dev.lockjaw.adapter;

import dev.lockjaw.mark.Machinery;
import dev.lockjaw.sync.Sync;
import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;
import java.util.concurrent.atomic.AtomicInteger;

/** Makes the selectors of a session's channel. It opens no other connection. Any thread. */
@Machinery
final class WireProvider extends SelectorProvider {
  private final Sync sync;
  private final WireChannel wire;
  private final String session;
  private final AtomicInteger selectors = new AtomicInteger();

  /**
   * @param session the name of the session
   */
  WireProvider(Sync sync, WireChannel wire, String session) {
    this.sync = sync;
    this.wire = wire;
    this.session = session;
  }

  @Override
  public AbstractSelector openSelector() {
    String name = "selector #" + selectors.incrementAndGet() + " of " + session;
    return new WireSelector(this, sync, wire, name);
  }

  private static UnsupportedOperationException no(String what) {
    return new UnsupportedOperationException(
        "a session's connection is Opening.channel(), and its provider opens no " + what);
  }

  @Override
  public SocketChannel openSocketChannel() {
    throw no("SocketChannel");
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() {
    throw no("ServerSocketChannel");
  }

  @Override
  public Pipe openPipe() {
    throw no("Pipe; to wake a selector, call Selector.wakeup()");
  }

  @Override
  public DatagramChannel openDatagramChannel() {
    throw no("DatagramChannel");
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) {
    throw no("DatagramChannel");
  }
}
