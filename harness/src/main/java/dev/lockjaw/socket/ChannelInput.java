package dev.lockjaw.socket;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/** What a socket receives. */
final class ChannelInput extends InputStream {
  private final StreamChannel channel;
  private final IntSupplier timeout;

  /**
   * @param timeout the longest wait in milliseconds; 0 for no limit
   */
  ChannelInput(StreamChannel channel, IntSupplier timeout) {
    this.channel = channel;
    this.timeout = timeout;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, into.length);
    channel.requireBlocking();
    int millis = timeout.getAsInt();
    try {
      return channel.read(
          ByteBuffer.wrap(into, offset, length),
          millis == 0 ? -1 : TimeUnit.MILLISECONDS.toNanos(millis));
    } catch (ClosedChannelException closed) {
      throw new SocketException("Socket closed");
    }
  }

  @Override
  public int available() {
    return channel.available();
  }

  @Override
  public void close() throws IOException {
    channel.closeSocket();
  }
}
