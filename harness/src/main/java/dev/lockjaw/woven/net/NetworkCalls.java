package dev.lockjaw.woven.net;

import dev.lockjaw.socket.Selectable;
import dev.lockjaw.woven.Here;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.calls.Of;
import java.io.IOException;
import java.net.SocketAddress;
import java.nio.channels.Channel;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.Pipe;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.spi.SelectorProvider;

/**
 * The making of channels and selectors, and what is done to them with a monitor of the JDK held.
 */
public final class NetworkCalls {
  private NetworkCalls() {}

  /** Whether the calling thread is of a run that has a network of its own. */
  static boolean inMemory() {
    Points points = Points.here();
    return points != null && points.ownsThreads();
  }

  private static SelectorProvider provider() {
    return inMemory() ? MemoryProvider.ONLY : SelectorProvider.provider();
  }

  @Of(value = SocketChannel.class, name = "open")
  public static SocketChannel openSocket(int site) throws IOException {
    return provider().openSocketChannel();
  }

  @Of(value = SocketChannel.class, name = "open")
  public static SocketChannel openSocket(SocketAddress remote, int site) throws IOException {
    if (!inMemory()) {
      return SocketChannel.open(remote);
    }
    SocketChannel channel = openSocket(site);
    try {
      channel.connect(remote);
      return channel;
    } catch (IOException | RuntimeException | Error failed) {
      channel.close();
      throw failed;
    }
  }

  @Of(value = ServerSocketChannel.class, name = "open")
  public static ServerSocketChannel openServer(int site) throws IOException {
    return provider().openServerSocketChannel();
  }

  @Of(value = Pipe.class, name = "open")
  public static Pipe openPipe(int site) throws IOException {
    return provider().openPipe();
  }

  public static void close(Channel self, int site) throws IOException {
    meet(self, site);
    self.close();
  }

  public static SelectionKey register(
      SelectableChannel self, Selector selector, int operations, int site)
      throws ClosedChannelException {
    meet(selector, site);
    return self.register(selector, operations);
  }

  public static SelectionKey register(
      SelectableChannel self, Selector selector, int operations, Object with, int site)
      throws ClosedChannelException {
    meet(selector, site);
    return self.register(selector, operations, with);
  }

  private static void meet(Object channel, int site) {
    Points points = Points.here();
    if (points != null && channel instanceof Selectable mine) {
      points.access(Here.site(site), mine.subject(), Points.CONTENTS, true);
    } else if (points != null && channel instanceof MemorySelector) {
      points.access(Here.site(site), channel, Points.CONTENTS, true);
    }
  }
}
