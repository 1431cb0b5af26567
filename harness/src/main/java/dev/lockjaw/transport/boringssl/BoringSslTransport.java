package dev.lockjaw.transport.boringssl;

import com.google.auto.service.AutoService;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.transport.Unavailable;
import java.io.IOException;
import java.util.Optional;

/** BoringSSL in the build of netty-tcnative, which comes in a jar. It needs no system package. */
@AutoService(Transport.class)
public final class BoringSslTransport implements Transport {
  @Override
  public String id() {
    return "boringssl";
  }

  @Override
  public String description() {
    return unavailable().isEmpty() ? BoringSslLibrary.description() : "BoringSSL of netty-tcnative";
  }

  @Override
  public ThreadContract contract() {
    return ThreadContract.SERIAL;
  }

  @Override
  public String contractSource() {
    return "BoringSSL's include/openssl/ssl.h, SSL connections: an SSL is not thread-safe and may"
        + " only be used on one thread at a time";
  }

  @Override
  public Optional<String> unavailable() {
    try {
      return BoringSslLibrary.problem();
    } catch (NoClassDefFoundError missing) {
      return Optional.of(
          "netty-tcnative is not on the class path: add io.netty:netty-tcnative-classes and"
              + " io.netty:netty-tcnative-boringssl-static with classifier linux-x86_64");
    }
  }

  /** {@inheritDoc} netty-tcnative does not expose BoringSSL's function for it. */
  @Override
  public boolean updatesKeys() {
    return false;
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
    return 70;
  }

  @Override
  public Tls open(Protocol protocol) throws IOException {
    Unavailable.refuse(this);
    return new BoringSslTls(protocol);
  }
}
