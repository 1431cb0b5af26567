package com.example.bugs;

import dev.lockjaw.body.Explored;
import dev.lockjaw.body.LockjawExplorer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.Security;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** jdk-keyupdate-duplex: both ends write and read, and keys are updated now and then. */
public final class DuplexKeyUpdate {
  private static final int SIZE = 16 * 1024;
  private static final int WRITES = 8;

  private DuplexKeyUpdate() {}

  /**
   * The body.
   *
   * @param protocol such as {@code TLSv1.3}
   */
  public static LockjawExplorer.Body body(String protocol) {
    // before TLS reads it: after each two records
    Security.setProperty("jdk.tls.keyLimits", "AES/GCM/NoPadding KeyUpdate 2^15");
    return with -> run(with, protocol);
  }

  private static void run(Explored with, String protocol) throws Exception {
    SSLContext tls = with.tls();
    ServerSocket server = tls.getServerSocketFactory().createServerSocket(0);
    server.setReceiveBufferSize(SIZE);
    SSLSocket client = (SSLSocket) tls.getSocketFactory().createSocket();
    client.setSendBufferSize(SIZE);
    client.setReceiveBufferSize(SIZE);
    client.setEnabledProtocols(new String[] {protocol});
    client.connect(server.getLocalSocketAddress());
    Socket accepted = server.accept();
    accepted.setSendBufferSize(SIZE);
    List<Thread> threads = new ArrayList<>();
    for (Socket end : List.of(client, accepted)) {
      String name = end == client ? "client" : "server";
      threads.add(new Thread(() -> write(end), name + "-writer"));
      threads.add(new Thread(() -> read(end), name + "-reader"));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void write(Socket end) {
    try {
      for (int i = 0; i < WRITES; i++) {
        end.getOutputStream().write(new byte[SIZE]);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static void read(Socket end) {
    try {
      end.getInputStream().readNBytes(WRITES * SIZE);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
