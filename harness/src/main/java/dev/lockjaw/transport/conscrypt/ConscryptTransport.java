package dev.lockjaw.transport.conscrypt;

import com.google.auto.service.AutoService;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.transport.Unavailable;
import dev.lockjaw.transport.jsse.EngineTls;
import java.io.IOException;
import java.util.Optional;

/** Google's BoringSSL behind Conscrypt's {@link javax.net.ssl.SSLEngine}. */
@AutoService(Transport.class)
public final class ConscryptTransport implements Transport {
  @Override
  public String id() {
    return "conscrypt";
  }

  @Override
  public String description() {
    return "SSLEngine of Conscrypt"
        + (unavailable().isEmpty() ? " " + ConscryptLibrary.version() : "");
  }

  /**
   * {@inheritDoc}
   *
   * <p>Conscrypt documents nothing of its own. {@code wrap}, {@code unwrap}, both closes and the
   * status query each run under the monitor of the engine's native session. One thread at a time
   * therefore enters BoringSSL, and a use after the native session is freed throws an exception.
   */
  @Override
  public ThreadContract contract() {
    return ThreadContract.DUPLEX;
  }

  @Override
  public String contractSource() {
    return "javadoc of javax.net.ssl.SSLEngine, Concurrency Notes; source of Conscrypt,"
        + " org.conscrypt.ConscryptEngine: wrap, unwrap, closeInbound and closeOutbound each"
        + " synchronise on the native session";
  }

  @Override
  public Optional<String> unavailable() {
    String artefact = "org.conscrypt:conscrypt-openjdk-uber";
    try {
      return ConscryptLibrary.problem()
          .map(problem -> "Conscrypt does not load: " + problem + "; " + artefact + " has it");
    } catch (NoClassDefFoundError missing) {
      return Optional.of("Conscrypt is not on the class path: add " + artefact);
    }
  }

  /** {@inheritDoc} Conscrypt's {@code beginHandshake()} does nothing on an established session. */
  @Override
  public boolean updatesKeys() {
    return false;
  }

  @Override
  public boolean byDefault() {
    return false;
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public Tls open(Protocol protocol) throws IOException {
    Unavailable.refuse(this);
    return new EngineTls(
        ConscryptLibrary.provider(),
        protocol,
        ConscryptLibrary::prepare,
        ConscryptLibrary::release);
  }
}
