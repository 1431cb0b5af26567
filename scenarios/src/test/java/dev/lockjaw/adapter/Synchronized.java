package dev.lockjaw.adapter;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.Arrays;

/** A user's session that does everything under its own monitor, callbacks included. */
final class Synchronized implements UserSession {
  private final Opening with;
  private final ByteChannel tls;

  Synchronized(Opening with) {
    this.with = with;
    this.tls = with.tls();
  }

  @Override
  public synchronized void send(byte[] data) throws IOException {
    tls.write(ByteBuffer.wrap(data));
  }

  @Override
  public synchronized void receive() throws IOException {
    ByteBuffer plain = ByteBuffer.allocate(17 * 1024);
    while (tls.read(plain.clear()) > 0) {
      with.received(Arrays.copyOf(plain.array(), plain.position()));
    }
  }

  @Override
  public synchronized void free() throws IOException {
    tls.close();
  }
}
