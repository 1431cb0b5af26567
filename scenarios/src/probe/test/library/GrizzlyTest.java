package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static dev.lockjaw.result.FindingKind.CONCURRENT_ENTRY;
import static dev.lockjaw.result.FindingKind.RECORD_CORRUPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.probe.Probe;
import dev.lockjaw.result.FindingKind;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A published bug, grizzly#1079, and the version that fixed it: threads that write on one
 * connection of a server seal their records in one order and send them in another.
 */
public class GrizzlyTest {
  private static final int CONNECTIONS = 5;
  private static final Path JAR = Path.of("target", "mended", "grizzly-framework.jar");

  private static final Logger LOGGER = Logger.getLogger("org.glassfish.grizzly");

  /** A server, loaded from either version. */
  public interface Server {
    int start(SSLContext context) throws IOException;

    void stop() throws IOException;
  }

  /** Grizzly logs an exception for each broken connection. */
  @BeforeAll
  static void silence() {
    LOGGER.setLevel(Level.OFF);
  }

  /**
   * Chance decides how often writers meet and corrupt a record, so this repeats until they have.
   */
  @Test
  void showsThePublishedBug() throws Exception {
    try (Probe probe = Probe.seeded(42)) {
      SSLContext context = probe.context(Contexts.real());
      run(
          new GrizzlyServer(),
          context,
          port ->
              new Threads()
                  .until(
                      "two in wrap, and a corrupted record",
                      () -> {
                        mayBreak(context, port);
                        return found(probe, CONCURRENT_ENTRY) && found(probe, RECORD_CORRUPTION);
                      }));

      assertThat(probe).failsWith(CONCURRENT_ENTRY).hasMessageContaining("enters write on engine");
      assertThat(probe.explanation()).contains("SSLEncoderTransformer.transformImpl");
      assertThat(probe).failsWith(RECORD_CORRUPTION);
    }
  }

  private static void mayBreak(SSLContext context, int port) {
    try {
      receive(context, port, 3_000);
    } catch (IOException broken) {
      // expected: this is the bug
    }
  }

  private static boolean found(Probe probe, FindingKind kind) {
    return probe.findings().stream().anyMatch(finding -> finding.kind() == kind);
  }

  @Test
  void theFixedVersionHasNoFinding() throws Exception {
    try (Probe probe = Probe.seeded(42);
        Mended mended = new Mended()) {
      SSLContext context = probe.context(Contexts.real());
      Server server =
          mended
              .loadClass(GrizzlyServer.class.getName())
              .asSubclass(Server.class)
              .getDeclaredConstructor()
              .newInstance();
      run(
          server,
          context,
          port -> {
            for (int i = 0; i < CONNECTIONS; i++) {
              receive(context, port, (int) TimeUnit.SECONDS.toMillis(Threads.DEADLINE_SECONDS));
            }
          });

      assertThat(probe).hasNoFindings();
      assertThat(probe.seen().engines()).isGreaterThanOrEqualTo(CONNECTIONS);
    }
  }

  private interface Clients {
    void run(int port) throws Exception;
  }

  private static void run(Server server, SSLContext context, Clients clients) throws Exception {
    try {
      clients.run(server.start(context));
    } finally {
      server.stop();
    }
  }

  private static void receive(SSLContext context, int port, int timeoutMs) throws IOException {
    try (SSLSocket socket =
        (SSLSocket)
            context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(timeoutMs);
      socket.setEnabledProtocols(GrizzlyServer.PROTOCOLS);
      socket.getOutputStream().write(1);
      int all = GrizzlyServer.WRITERS * GrizzlyServer.WRITES * GrizzlyServer.SIZE;
      new DataInputStream(socket.getInputStream()).readFully(new byte[all]);
    }
  }

  /** Loads the fixed Grizzly, and a second copy of the server's class on top of it. */
  private static final class Mended extends URLClassLoader {
    Mended() throws IOException {
      super(
          new URL[] {
            JAR.toUri().toURL(),
            GrizzlyServer.class.getProtectionDomain().getCodeSource().getLocation()
          },
          GrizzlyTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      boolean here =
          name.startsWith("org.glassfish.grizzly.")
              || name.startsWith(GrizzlyServer.class.getName());
      synchronized (getClassLoadingLock(name)) {
        Class<?> loaded = here ? findLoadedClass(name) : null;
        return !here ? super.loadClass(name, resolve) : loaded != null ? loaded : findClass(name);
      }
    }
  }
}
