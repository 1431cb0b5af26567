package dev.lockjaw.corpus;

import dev.lockjaw.corpus.driver.Once;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.concurrent.TimeUnit;

/**
 * A self-signed EC P-256 key for localhost in a file, under a random password.
 *
 * @param path a PKCS #12 key store
 * @param password of the key store
 */
record KeyFile(Path path, String password) {
  private static final int BITS = 128;

  /**
   * Makes one with the JDK's keytool.
   *
   * @throws IOException if keytool fails
   */
  static KeyFile make(Path folder) throws IOException, InterruptedException {
    String password = new BigInteger(BITS, new SecureRandom()).setBit(BITS).toString(16);
    Path file = folder.resolve("keys.p12").toAbsolutePath();
    Path output = folder.resolve("keytool.txt");
    ProcessBuilder keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "localhost",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=localhost",
                "-startdate",
                "-1d", // a clock set back does no harm
                "-validity",
                "30",
                "-storetype",
                "PKCS12",
                "-storepass:env",
                Once.PASSWORD,
                "-keystore",
                file.toString())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    keytool.environment().put(Once.PASSWORD, password);
    Process process = keytool.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("keytool did not end within five minutes");
    }
    if (process.exitValue() != 0) {
      throw new IOException("keytool ended with exit code " + process.exitValue());
    }
    return new KeyFile(file, password);
  }
}
