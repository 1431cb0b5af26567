package dev.lockjaw.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A transport whose library is missing says so, and what would help. */
class UnavailableTest {
  @Test
  void conscryptWithoutItsJar() throws ReflectiveOperationException {
    Optional<?> reason =
        new WithoutLibraries("org.conscrypt.").unavailable(ConscryptTransport.class);
    assertThat(reason.map(Object::toString))
        .hasValueSatisfying(
            text ->
                assertThat(text).contains("class path", "org.conscrypt:conscrypt-openjdk-uber"));
  }
}
