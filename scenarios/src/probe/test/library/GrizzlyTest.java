package library;

import static dev.lockjaw.assertj.LockjawAssertions.assertThat;
import static dev.lockjaw.monitor.FindingKind.CONCURRENT_ENTRY;
import static dev.lockjaw.monitor.FindingKind.RECORD_CORRUPTION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.probe.Probe;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A published bug, grizzly#1079, and the version that mended it: threads that write on one
 * connection of a server seal their records and send them in another order.
 */
public class GrizzlyTest {
  private static final int CONNECTIONS = 5;
  private static final Path JAR = Path.of("target", "mended", "grizzly-framework.jar");

  private static final Logger LOGGER = Logger.getLogger("org.glassfish.grizzly");

  /** A server, whichever version it is loaded from. */
  public interface Server {
    int start(SSLContext context) throws IOException;

    void stop() throws IOException;
  }

  /** Grizzly logs what it makes of connections that broke. */
  @BeforeAll
  static void silence() {
    LOGGER.setLevel(Level.OFF);
  }

  @Test
  void showsWhatWasPublished() throws Exception {
    try (Probe probe = Probe.seeded(42)) {
      run(new GrizzlyServer(), probe, true);

      assertThat(probe).failsWith(CONCURRENT_ENTRY).hasMessageContaining("enters write on engine");
      assertThat(probe.explanation()).contains("SSLEncoderTransformer.transformImpl");
      assertThat(probe).failsWith(RECORD_CORRUPTION);
    }
  }

  @Test
  void isMended() throws Exception {
    try (Probe probe = Probe.seeded(42);
        Mended mended = new Mended()) {
      Server server =
          mended
              .loadClass(GrizzlyServer.class.getName())
              .asSubclass(Server.class)
              .getDeclaredConstructor()
              .newInstance();
      run(server, probe, false);

      assertThat(probe).hasNoFindings();
      assertThat(probe.seen().engines()).isGreaterThanOrEqualTo(CONNECTIONS);
    }
  }

  private static void run(Server server, Probe probe, boolean mayFail) throws Exception {
    SSLContext context = probe.context(Contexts.real());
    try {
      int port = server.start(context);
      for (int i = 0; i < CONNECTIONS; i++) {
        try (SSLSocket socket =
            (SSLSocket)
                context.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), port)) {
          socket.setSoTimeout(3_000);
          socket.setEnabledProtocols(new String[] {"TLSv1.2"});
          socket.getOutputStream().write(1);
          int all = GrizzlyServer.WRITERS * GrizzlyServer.WRITES * GrizzlyServer.SIZE;
          assertThat(socket.getInputStream().readNBytes(all)).hasSize(all);
        } catch (IOException broken) {
          assertThat(mayFail).as("failed of " + broken).isTrue();
        }
      }
    } finally {
      server.stop();
    }
  }

  /** Loads the mended Grizzly, and once more the server that is made with it. */
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
