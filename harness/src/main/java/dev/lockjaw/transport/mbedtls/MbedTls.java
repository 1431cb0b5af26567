package dev.lockjaw.transport.mbedtls;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import dev.lockjaw.transport.Endpoint;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.Tls;
import dev.lockjaw.transport.jna.NativeBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.net.ssl.SSLException;

/**
 * mbedTLS's TLS 1.2 sessions with a pre-shared key, without session caches or tickets. The two
 * configurations live as long as the sessions made from them.
 */
final class MbedTls implements Tls {
  /** Bytes; more than any structure of mbedTLS 2.28 that the caller must allocate. */
  private static final int STRUCTURE = 4096;

  private static final byte[] IDENTITY = "lockjaw".getBytes(StandardCharsets.US_ASCII);
  private static final SecureRandom RANDOM = new SecureRandom();

  /** Held for the life of the JVM, so that JNA's callback is never collected. */
  private static final LibMbedTls.Transfer RANDOM_BYTES = MbedTls::randomBytes;

  private final byte[] key = newKey();
  private final ByteBuffer suites = suites();
  private final ByteBuffer client;
  private final ByteBuffer server;

  MbedTls() throws IOException {
    client = config(LibMbedTls.MBEDTLS_SSL_IS_CLIENT);
    server = config(LibMbedTls.MBEDTLS_SSL_IS_SERVER);
  }

  @Override
  public Endpoint client(Io io) throws IOException {
    return new MbedTlsEndpoint(io, this, NativeBuffer.address(client));
  }

  @Override
  public Endpoint server(Io io) throws IOException {
    return new MbedTlsEndpoint(io, this, NativeBuffer.address(server));
  }

  /** Zeroed memory for any structure; it is freed when nothing refers to it. */
  static ByteBuffer structure() {
    return ByteBuffer.allocateDirect(STRUCTURE);
  }

  /** An exception with mbedTLS's text for its error. */
  static SSLException exception(String function, int error) {
    byte[] text = new byte[200];
    LibMbedCrypto.mbedtls_strerror(error, text, text.length);
    return new SSLException(
        String.format("%s: %s (-0x%04X)", function, Native.toString(text), -error));
  }

  private static byte[] newKey() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    return key;
  }

  private ByteBuffer config(int endpoint) throws IOException {
    ByteBuffer structure = structure();
    long config = NativeBuffer.address(structure);
    LibMbedTls.mbedtls_ssl_config_init(config);
    require(
        "mbedtls_ssl_config_defaults",
        LibMbedTls.mbedtls_ssl_config_defaults(
            config,
            endpoint,
            LibMbedTls.MBEDTLS_SSL_TRANSPORT_STREAM,
            LibMbedTls.MBEDTLS_SSL_PRESET_DEFAULT));
    LibMbedTls.mbedtls_ssl_conf_min_version(
        config, LibMbedTls.MBEDTLS_SSL_MAJOR_VERSION_3, LibMbedTls.MBEDTLS_SSL_MINOR_VERSION_3);
    LibMbedTls.mbedtls_ssl_conf_ciphersuites(config, NativeBuffer.address(suites));
    LibMbedTls.mbedtls_ssl_conf_rng(config, RANDOM_BYTES, 0);
    require(
        "mbedtls_ssl_conf_psk",
        LibMbedTls.mbedtls_ssl_conf_psk(config, key, key.length, IDENTITY, IDENTITY.length));
    return structure;
  }

  private static void require(String function, int result) throws SSLException {
    if (result != 0) {
      throw exception(function, result);
    }
  }

  /** The only suite, and the zero that ends the list. mbedTLS keeps the pointer. */
  private static ByteBuffer suites() {
    ByteBuffer list = ByteBuffer.allocateDirect(2 * Integer.BYTES).order(ByteOrder.nativeOrder());
    list.putInt(LibMbedTls.MBEDTLS_TLS_PSK_WITH_AES_128_GCM_SHA256).putInt(0);
    return list;
  }

  /** Java's random numbers, which any number of threads may draw; mbedTLS's may not allow that. */
  private static int randomBytes(long context, Pointer into, long length) {
    byte[] bytes = new byte[(int) length];
    RANDOM.nextBytes(bytes);
    into.write(0, bytes, 0, bytes.length);
    return 0;
  }
}
