package dev.lockjaw.woven.net;

import dev.lockjaw.woven.Points;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.HashMap;
import java.util.Map;

/** The ports of one run. Only the thread that has the turn uses it. */
final class Network {
  private static final Object KEY = new Object();
  private static final int FIRST_FREE = 49_152;

  private final Map<Integer, Backlog> listening = new HashMap<>();
  private int next = FIRST_FREE;

  private Network() {}

  /**
   * The network of the calling thread's run.
   *
   * @throws IllegalStateException if the thread is of no run
   */
  static Network here() {
    return points().beside(KEY, Network.class, Network::new);
  }

  /**
   * The points of the calling thread.
   *
   * @throws IllegalStateException if it is of no run
   */
  static Points points() {
    Points points = Points.here();
    if (points == null) {
      throw new IllegalStateException(
          "thread "
              + Thread.currentThread().getName()
              + " uses a channel of a run, and is no thread of that run: weave the class that has"
              + " started it");
    }
    return points;
  }

  /** An address that nobody has. */
  InetSocketAddress free() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), next++);
  }

  /** The address to bind to, with a port. */
  InetSocketAddress bindable(SocketAddress asked) throws BindException {
    if (asked == null) {
      return free();
    }
    InetSocketAddress address = checked(asked);
    if (address.getPort() == 0) {
      return new InetSocketAddress(address.getAddress(), next++);
    }
    if (listening.containsKey(address.getPort())) {
      throw new BindException("Address already in use");
    }
    return address;
  }

  static InetSocketAddress checked(SocketAddress asked) {
    if (!(asked instanceof InetSocketAddress address)) {
      throw new UnsupportedAddressTypeException();
    }
    if (address.isUnresolved()) {
      throw new UnresolvedAddressException();
    }
    return address;
  }

  void listen(int port, Backlog backlog) {
    listening.put(port, backlog);
  }

  void stopListening(int port, Backlog backlog) {
    listening.remove(port, backlog);
  }

  /** Who listens on a port; null if nobody does. Every host is this one. */
  Backlog at(int port) {
    return listening.get(port);
  }
}
