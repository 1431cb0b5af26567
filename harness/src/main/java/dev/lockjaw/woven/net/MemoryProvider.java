package dev.lockjaw.woven.net;

import java.net.ProtocolFamily;
import java.nio.channels.DatagramChannel;
import java.nio.channels.Pipe;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.AbstractSelector;
import java.nio.channels.spi.SelectorProvider;

/** Makes the channels of runs. It has no state. */
final class MemoryProvider extends SelectorProvider {
  static final MemoryProvider ONLY = new MemoryProvider();

  private MemoryProvider() {}

  @Override
  public AbstractSelector openSelector() {
    return new MemorySelector(this);
  }

  @Override
  public ServerSocketChannel openServerSocketChannel() {
    return new MemoryServerChannel(this);
  }

  @Override
  public SocketChannel openSocketChannel() {
    return new MemoryChannel(this);
  }

  @Override
  public Pipe openPipe() {
    return new MemoryPipe(this);
  }

  @Override
  public DatagramChannel openDatagramChannel() {
    throw new UnsupportedOperationException(
        "the network of a run has no datagrams: a DatagramChannel cannot be explored");
  }

  @Override
  public DatagramChannel openDatagramChannel(ProtocolFamily family) {
    return openDatagramChannel();
  }
}
