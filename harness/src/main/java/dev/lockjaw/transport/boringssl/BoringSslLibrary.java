package dev.lockjaw.transport.boringssl;

import io.netty.internal.tcnative.Buffer;
import io.netty.internal.tcnative.Library;
import io.netty.internal.tcnative.SSL;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * BoringSSL in the native library of netty-tcnative; the first use loads it from its jar. If its
 * classes are not on the class path, the first use throws {@link NoClassDefFoundError}. Any thread.
 */
final class BoringSslLibrary {
  /** The library derives the name of its Java package from its file name. */
  private static final String FILE = "libnetty_tcnative_linux_x86_64.so";

  private static final String RESOURCE = "META-INF/native/" + FILE;

  private BoringSslLibrary() {}

  /** The reason why it can't be used, if its classes are present; empty if it can. */
  static Optional<String> problem() {
    return Loaded.PROBLEM;
  }

  static String description() {
    String version = SSL.class.getPackage().getImplementationVersion();
    return SSL.versionString() + " of netty-tcnative" + (version == null ? "" : " " + version);
  }

  /** The address of a direct buffer's first byte. The buffer must be kept alive. */
  static long address(ByteBuffer direct) {
    return Buffer.address(direct);
  }

  /** The last error of this thread. */
  static SSLException exception(String function) {
    return new SSLException(function + ": " + SSL.getLastError());
  }

  /** Initialised by the first use. */
  private static final class Loaded {
    static final Optional<String> PROBLEM = load();

    private static Optional<String> load() {
      String platform = System.getProperty("os.name") + " " + System.getProperty("os.arch");
      if (!platform.equals("Linux amd64")) {
        return Optional.of("netty-tcnative is used on Linux amd64 only, not on " + platform);
      }
      try (InputStream in = SSL.class.getClassLoader().getResourceAsStream(RESOURCE)) {
        if (in == null) {
          return Optional.of(
              RESOURCE
                  + " is not on the class path: add"
                  + " io.netty:netty-tcnative-boringssl-static with classifier linux-x86_64");
        }
        loadFrom(in);
        Library.initialize("provided", null);
        return Optional.empty();
      } catch (NoClassDefFoundError missing) {
        throw missing;
      } catch (Exception | LinkageError refused) {
        return Optional.of("netty-tcnative does not load: " + refused);
      }
    }

    private static void loadFrom(InputStream in) throws IOException {
      Path folder = Files.createTempDirectory("lockjaw");
      Path file = folder.resolve(FILE);
      try {
        Files.copy(in, file);
        System.load(file.toString());
      } finally {
        Files.deleteIfExists(file); // not needed once it is loaded
        Files.delete(folder);
      }
    }
  }
}
