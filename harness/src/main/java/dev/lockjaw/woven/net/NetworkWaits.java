package dev.lockjaw.woven.net;

import dev.lockjaw.result.Act;
import dev.lockjaw.sync.Waiting;
import dev.lockjaw.woven.Points;
import dev.lockjaw.woven.Site;
import dev.lockjaw.woven.Sites;
import dev.lockjaw.woven.Waits;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.Channel;
import java.nio.channels.ClosedByInterruptException;
import java.util.function.BooleanSupplier;

/** How threads wait for the network. */
final class NetworkWaits {
  private NetworkWaits() {}

  /** A step that woven code takes by way of a class of Lockjaw's. */
  static Site site(String type, String method, String what) {
    return Sites.add(-1, Act.Kind.OTHER, type, method, 0, what, "");
  }

  /**
   * Waits as a blocking call of a channel does. An interrupt closes the channel.
   *
   * @param name of what the thread waits for
   * @param kind {@link Waiting#WORK} if nothing is wrong when the wait never ends
   * @param nanos the longest wait; negative for no limit
   * @throws SocketTimeoutException if the time is up
   */
  static void await(
      Channel channel,
      Site site,
      String name,
      Waiting kind,
      Object on,
      long nanos,
      BooleanSupplier ready)
      throws IOException {
    Points points = Network.points();
    try {
      boolean came =
          Waits.interruptibly(
              points,
              site,
              name,
              kind,
              on,
              Points.CONTENTS,
              nanos,
              () -> ready.getAsBoolean() || !channel.isOpen());
      if (!channel.isOpen()) {
        throw new AsynchronousCloseException();
      }
      if (!came) {
        throw new SocketTimeoutException("timed out");
      }
    } catch (InterruptedException woken) {
      points.interrupt(points.thread()); // it stays interrupted
      channel.close();
      throw new ClosedByInterruptException();
    }
  }
}
