package dev.lockjaw.socket;

import java.net.SocketOption;
import java.net.StandardSocketOptions;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The options of a channel. But for the sizes of buffers and linger, they are only kept. Any
 * thread.
 */
public final class Options {
  /** As many bytes as an unread connection takes by default: four TLS records. */
  public static final int CAPACITY = 64 * 1024;

  private static final Map<SocketOption<?>, Object> DEFAULTS =
      Map.of(
          StandardSocketOptions.SO_SNDBUF,
          CAPACITY / 2,
          StandardSocketOptions.SO_RCVBUF,
          CAPACITY / 2,
          StandardSocketOptions.SO_KEEPALIVE,
          false,
          StandardSocketOptions.SO_REUSEADDR,
          false,
          StandardSocketOptions.SO_LINGER,
          -1,
          StandardSocketOptions.TCP_NODELAY,
          false,
          StandardSocketOptions.IP_TOS,
          0);

  private final Map<SocketOption<?>, Object> values = new ConcurrentHashMap<>();
  private final Set<SocketOption<?>> supported;

  /**
   * @param connects whether the channel connects, and does not listen
   */
  public Options(boolean connects) {
    supported =
        connects
            ? DEFAULTS.keySet()
            : Set.of(StandardSocketOptions.SO_RCVBUF, StandardSocketOptions.SO_REUSEADDR);
  }

  public Set<SocketOption<?>> supported() {
    return supported;
  }

  public <T> void set(SocketOption<T> name, T value) {
    require(name);
    values.put(name, value);
  }

  @SuppressWarnings("unchecked") // set takes no other
  public <T> T get(SocketOption<T> name) {
    require(name);
    return (T) values.getOrDefault(name, DEFAULTS.get(name));
  }

  private void require(SocketOption<?> name) {
    if (!supported.contains(name)) {
      throw new UnsupportedOperationException("'" + name.name() + "' not supported");
    }
  }

  /** How many bytes fit between a writer and a reader. */
  public int capacity() {
    return Math.max(1, get(StandardSocketOptions.SO_SNDBUF) + get(StandardSocketOptions.SO_RCVBUF));
  }

  public boolean lingers(int seconds) {
    return get(StandardSocketOptions.SO_LINGER) == seconds;
  }
}
