package dev.lockjaw.transport.conscrypt;

import java.nio.ByteBuffer;
import java.security.Provider;
import java.util.Optional;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import org.conscrypt.Conscrypt;

/**
 * All code that refers to Conscrypt's classes. If they are not on the class path, the first use
 * throws {@link NoClassDefFoundError}. Any thread.
 */
final class ConscryptLibrary {
  private ConscryptLibrary() {}

  /** The reason why the native library in Conscrypt's jar can't be used here; empty if it can. */
  static Optional<String> problem() {
    try {
      Conscrypt.checkAvailability();
      return Optional.empty();
    } catch (NoClassDefFoundError missing) {
      throw missing;
    } catch (LinkageError | RuntimeException refused) {
      return Optional.of(refused.toString());
    }
  }

  static String version() {
    Conscrypt.Version version = Conscrypt.version();
    return version.major() + "." + version.minor() + "." + version.patch();
  }

  static Provider provider() {
    return Conscrypt.newProvider();
  }

  /** Makes a fresh engine ready for use. */
  static void prepare(SSLEngine engine) {
    Conscrypt.setBufferAllocator(engine, ConscryptBuffers.SHARED);
  }

  /**
   * Frees the native session and its BIO, which otherwise wait for a finalizer. Conscrypt frees
   * them once both directions are closed and {@code wrap} has taken all output.
   */
  static void release(SSLEngine engine) {
    engine.closeOutbound();
    try {
      engine.closeInbound();
      ByteBuffer nowhere = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
      while (engine.wrap(ByteBuffer.allocate(0), nowhere.clear()).bytesProduced() > 0) {
        // until all output is taken
      }
    } catch (SSLException failed) {
      // the finalizer will free them
    }
  }
}
