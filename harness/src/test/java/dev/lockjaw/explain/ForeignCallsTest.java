package dev.lockjaw.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import io.netty.internal.tcnative.SSL;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.tls.TlsClientProtocol;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;

class ForeignCallsTest {
  /**
   * One of each, so that a package that is renamed is missed. Surefire's are not compiled against.
   */
  private static final List<String> THERE =
      Stream.concat(
              Stream.of(
                      List.class,
                      javax.net.ssl.SSLEngine.class,
                      Native.class,
                      SSL.class,
                      TlsClientProtocol.class,
                      Conscrypt.class,
                      Test.class)
                  .map(Class::getName),
              Stream.of(
                  "jdk.internal.misc.Unsafe",
                  "sun.security.ssl.SSLEngineImpl",
                  "org.apache.maven.surefire.booter.ForkedBooter"))
          .toList();

  @Test
  void everyPackageThatIsLeftOutIsThere() throws ClassNotFoundException {
    assertThat(Class.forName("jdk.internal.misc.Unsafe")).isNotNull();
    assertThat(Class.forName("sun.security.ssl.SSLEngineImpl")).isNotNull();
    assertThat(StackText.FOREIGN)
        .allSatisfy(
            prefix -> assertThat(THERE).anySatisfy(name -> assertThat(name).startsWith(prefix)));
  }
}
