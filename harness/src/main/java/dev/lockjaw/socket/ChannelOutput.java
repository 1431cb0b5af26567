package dev.lockjaw.socket;

import java.io.IOException;
import java.io.OutputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.Objects;

/** What a socket sends. */
final class ChannelOutput extends OutputStream {
  private final StreamChannel channel;

  ChannelOutput(StreamChannel channel) {
    this.channel = channel;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, from.length);
    channel.requireBlocking();
    try {
      channel.send(ByteBuffer.wrap(from, offset, length));
    } catch (ClosedChannelException closed) {
      throw new SocketException("Socket closed");
    } catch (SocketException failed) {
      throw failed;
    } catch (IOException failed) {
      throw new SocketException(failed.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    channel.closeSocket();
  }
}
