package dev.lockjaw.transport.openssl;

import com.google.auto.service.AutoService;
import dev.lockjaw.jna.SharedLibraries;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.transport.Unavailable;
import java.io.IOException;
import java.util.Optional;

/** The system's OpenSSL 3, through JNA. */
@AutoService(Transport.class)
public final class OpenSslTransport implements Transport {
  @Override
  public String id() {
    return "openssl";
  }

  @Override
  public String description() {
    return unavailable().isEmpty() ? LibCrypto.OpenSSL_version(0) : "OpenSSL 3";
  }

  @Override
  public ThreadContract contract() {
    return ThreadContract.SERIAL;
  }

  @Override
  public String contractSource() {
    return "openssl-threads(7): most objects are not safe for simultaneous use, and SSL is not named"
        + " among those that are; openssl issue 20622: SSL_read beside SSL_write only on different"
        + " SSL objects";
  }

  @Override
  public Optional<String> unavailable() {
    return SharedLibraries.problem("libssl3", LibCrypto.FILE, LibSsl.FILE);
  }

  @Override
  public boolean survivesMisuse() {
    return false;
  }

  @Override
  public boolean byDefault() {
    return false;
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public Tls open(Protocol protocol) throws IOException {
    Unavailable.refuse(this);
    return new OpenSslTls(protocol);
  }
}
