package com.example.socket;

import dev.lockjaw.adapter.Opening;
import dev.lockjaw.adapter.UserSession;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** A session over a TLS socket of its own. Several threads may send, and a close wakes a reader. */
class TlsSocketLink implements UserSession {
  final Socket plain;
  final SSLSocket tls;
  final Object sending = new Object();
  boolean closed;
  OutputStream out;
  private final Opening with;
  private final InputStream in;

  TlsSocketLink(Opening with) throws IOException {
    this.with = with;
    this.plain = with.socket();
    SSLSocketFactory sockets = with.context().getSocketFactory();
    this.tls = (SSLSocket) sockets.createSocket(plain, "localhost", 443, true);
    tls.setUseClientMode(with.engine().getUseClientMode());
    this.in = tls.getInputStream();
    this.out = tls.getOutputStream();
  }

  @Override
  public void handshake() throws IOException {
    tls.startHandshake();
  }

  @Override
  public void send(byte[] data) throws IOException {
    synchronized (sending) {
      if (closed) {
        throw new ClosedChannelException();
      }
      out.write(data);
    }
  }

  @Override
  public void receive() throws IOException {
    byte[] buffer = new byte[20_000];
    int count = in.read(buffer);
    if (count < 0) {
      throw new ClosedChannelException();
    }
    with.received(Arrays.copyOf(buffer, count));
  }

  @Override
  public void status() {
    tls.getSession();
    tls.getApplicationProtocol();
  }

  /** Closes the connection below first, so that a blocked writer leaves. */
  @Override
  public void free() throws IOException {
    plain.close();
    synchronized (sending) {
      closed = true;
    }
    tls.close();
  }
}
