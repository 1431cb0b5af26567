package com.example.body;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.body.Explored;
import dev.lockjaw.junit.Explore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/** A test with a server, a client and real TLS: the example in docs/exploring.md. */
class EchoTest {
  @Explore(preemptions = 1, budget = "5s")
  void aByteComesBack(Explored with) throws Exception {
    SSLContext tls = with.tls();
    ServerSocket server = tls.getServerSocketFactory().createServerSocket(0);
    Thread echo = new Thread(() -> echo(server), "echo");
    echo.start();
    int port = server.getLocalPort();
    try (Socket client = tls.getSocketFactory().createSocket("localhost", port)) {
      client.getOutputStream().write(5);
      assertThat(client.getInputStream().read()).isEqualTo(5);
    }
    echo.join();
    server.close();
  }

  private static void echo(ServerSocket server) {
    try (Socket socket = server.accept()) {
      socket.getOutputStream().write(socket.getInputStream().read());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
