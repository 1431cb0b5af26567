package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.jna.SharedLibraries;
import dev.lockjaw.transport.boringssl.BoringSslTransport;
import dev.lockjaw.transport.conscrypt.ConscryptTransport;
import dev.lockjaw.transport.mbedtls.MbedTlsTransport;
import dev.lockjaw.transport.openssl.OpenSslTransport;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A transport whose library is missing reports that, and what would help. */
class UnavailableTest {
  @Test
  void conscryptWithoutItsJar() throws ReflectiveOperationException {
    assertReason(
        ConscryptTransport.class, "org.conscrypt.", "org.conscrypt:conscrypt-openjdk-uber");
  }

  @Test
  void openSslWithoutJna() throws ReflectiveOperationException {
    assertReason(OpenSslTransport.class, "com.sun.jna.", "net.java.dev.jna:jna");
  }

  @Test
  void mbedTlsWithoutJna() throws ReflectiveOperationException {
    assertReason(MbedTlsTransport.class, "com.sun.jna.", "net.java.dev.jna:jna");
  }

  @Test
  void boringSslWithoutItsClasses() throws ReflectiveOperationException {
    assertReason(BoringSslTransport.class, "io.netty.", "io.netty:netty-tcnative-boringssl-static");
  }

  @Test
  void missingSharedLibrary() {
    assertThat(SharedLibraries.problem("libnone9", "libnone.so.9"))
        .hasValue("libnone.so.9 not found: install Debian package libnone9");
  }

  private static void assertReason(
      Class<? extends Transport> transport, String missing, String artefact)
      throws ReflectiveOperationException {
    Optional<?> reason = new WithoutLibraries(missing).unavailable(transport);
    assertThat(reason.map(Object::toString))
        .hasValueSatisfying(text -> assertThat(text).contains("class path", artefact));
  }
}
