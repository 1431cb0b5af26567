package library;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/** Clients of a server that answers each POST with its body. */
final class HttpsClients {
  static final int CONNECTIONS = 40;
  private static final int AT_ONCE = 4;
  private static final int REQUESTS = 3;
  private static final int BODY = 30_000;

  private HttpsClients() {}

  /**
   * Returns the number of answered requests. Every third connection leaves during its last request.
   */
  static int run(SSLContext context, int port) throws Exception {
    AtomicInteger next = new AtomicInteger();
    AtomicInteger answered = new AtomicInteger();
    Threads threads = new Threads();
    for (int i = 0; i < AT_ONCE; i++) {
      threads.start(
          "client-" + i,
          () -> {
            for (int n; (n = next.getAndIncrement()) < CONNECTIONS; ) {
              talk(context, port, n % 3 == 0, answered);
            }
          });
    }
    threads.join();
    return answered.get();
  }

  private static void talk(SSLContext context, int port, boolean leaves, AtomicInteger answered)
      throws IOException {
    try (Socket socket =
        context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      for (int i = 1; i <= REQUESTS; i++) {
        OutputStream out = socket.getOutputStream();
        String head = "POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + BODY + "\r\n\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        if (leaves && i == REQUESTS) {
          out.write(new byte[BODY / 2]);
          return;
        }
        out.write(new byte[BODY]);
        readAnswer(new DataInputStream(socket.getInputStream()));
        answered.incrementAndGet();
      }
    }
  }

  /** The answer has either a length or chunks. */
  private static void readAnswer(DataInputStream in) throws IOException {
    int length = -1;
    for (String line; !(line = line(in)).isEmpty(); ) {
      if (line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(line.indexOf(':') + 1).trim());
      }
    }
    if (length >= 0) {
      in.skipNBytes(length);
      return;
    }
    for (int chunk; (chunk = Integer.parseInt(line(in), 16)) > 0; ) {
      in.skipNBytes(chunk + 2);
    }
    line(in);
  }

  private static String line(DataInputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c; (c = in.readUnsignedByte()) != '\n'; ) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
