package dev.lockjaw.transport.bc;

import com.google.auto.service.AutoService;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.jar.JarFile;
import org.bouncycastle.tls.TlsProtocol;

/** Bouncy Castle's low-level TLS, without JSSE. Lockjaw depends on it. */
@AutoService(Transport.class)
public final class BouncyCastleTransport implements Transport {
  @Override
  public String id() {
    return "bc";
  }

  @Override
  public String description() {
    return "Bouncy Castle" + version() + ", low-level TLS";
  }

  /** From the jar's manifest. The provider knows it too, but takes most of a second to make. */
  private static String version() {
    URL jar = TlsProtocol.class.getProtectionDomain().getCodeSource().getLocation();
    try (JarFile file = new JarFile(Path.of(jar.toURI()).toFile())) {
      String version = file.getManifest().getMainAttributes().getValue("Bundle-Version");
      return version == null ? "" : " " + version;
    } catch (IOException | URISyntaxException | IllegalArgumentException notAJar) {
      return "";
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>Bouncy Castle documents nothing. From the source of bctls 1.84:
   *
   * <ul>
   *   <li>{@code writeApplicationData} runs under {@code TlsProtocol.recordWriteLock}, its only
   *       use; reading takes no lock. The two share no record state. A KeyUpdate that asks for an
   *       answer only sets a volatile flag, which the next write honours.
   *   <li>In non-blocking mode the output queue has no lock: {@code readOutput} belongs to the
   *       writer alone.
   *   <li>Alerts are written without the lock. {@code close()}, and a read that meets a
   *       close_notify or fails, therefore race with a writer for cipher, sequence number and
   *       queue.
   * </ul>
   *
   * <p>One reader beside one writer is therefore safe as long as the session lives. It stops being
   * safe when either end closes.
   */
  @Override
  public ThreadContract contract() {
    return ThreadContract.DUPLEX;
  }

  @Override
  public String contractSource() {
    return "undocumented; source of bctls 1.84, org.bouncycastle.tls.TlsProtocol:"
        + " writeApplicationData alone takes recordWriteLock and reading shares no state with it,"
        + " but alerts (close(), the answer to close_notify, a failed read) are written without it";
  }

  @Override
  public int order() {
    return 20;
  }

  @Override
  public Tls open(Protocol protocol) throws IOException {
    return new BouncyCastleTls(protocol);
  }
}
