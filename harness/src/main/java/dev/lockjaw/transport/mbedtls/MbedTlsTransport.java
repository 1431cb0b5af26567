package dev.lockjaw.transport.mbedtls;

import com.google.auto.service.AutoService;
import dev.lockjaw.jna.SharedLibraries;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.transport.ThreadContract;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.transport.Unavailable;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * The system's mbedTLS 2.28, through JNA. Other versions have different library names, and
 * different sizes of the structures that the caller allocates.
 */
@AutoService(Transport.class)
public final class MbedTlsTransport implements Transport {
  @Override
  public String id() {
    return "mbedtls";
  }

  @Override
  public String description() {
    return "mbedTLS " + (unavailable().isEmpty() ? version() : "2.28");
  }

  @Override
  public ThreadContract contract() {
    return ThreadContract.SERIAL;
  }

  @Override
  public String contractSource() {
    return "mbedTLS knowledge base, Thread safety and multithreading: a single thread should only"
        + " use one context at a time, unless a function's documentation says otherwise, and that"
        + " of mbedtls_ssl_read and mbedtls_ssl_write doesn't";
  }

  @Override
  public Optional<String> unavailable() {
    String packages = "libmbedtls14";
    Optional<String> problem =
        SharedLibraries.problem(packages, LibMbedCrypto.FILE, "libmbedx509.so.1", LibMbedTls.FILE);
    if (problem.isEmpty() && !version().startsWith("2.28.")) {
      return Optional.of(
          "mbedTLS is " + version() + ", not 2.28: install Debian package " + packages);
    }
    return problem;
  }

  @Override
  public Set<Protocol> protocols() {
    return EnumSet.of(Protocol.TLS_1_2);
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
    return 60;
  }

  @Override
  public Tls open(Protocol protocol) throws IOException {
    Unavailable.refuse(this);
    if (protocol != Protocol.TLS_1_2) {
      throw new IOException("mbedTLS " + version() + " lacks " + protocol.id());
    }
    return new MbedTls();
  }

  private static String version() {
    int number = LibMbedCrypto.mbedtls_version_get_number();
    return (number >>> 24) + "." + (number >>> 16 & 0xFF) + "." + (number >>> 8 & 0xFF);
  }
}
