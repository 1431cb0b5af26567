package dev.lockjaw.woven.net;

import java.net.InetSocketAddress;

/**
 * One end of a connection.
 *
 * @param in what the other end writes
 * @param out what the other end reads
 */
record End(Flow in, Flow out, InetSocketAddress local, InetSocketAddress remote) {
  /** The other end. */
  End other() {
    return new End(out, in, remote, local);
  }

  /**
   * Gives it up, as a close does.
   *
   * @param abrupt whether the connection is reset
   */
  void close(boolean abrupt) {
    if (abrupt) {
      out.reset();
      in.reset();
    }
    out.end();
    in.leaveUnread();
  }
}
