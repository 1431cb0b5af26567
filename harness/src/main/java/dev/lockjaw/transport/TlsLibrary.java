package dev.lockjaw.transport;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A library that Lockjaw's transports use. A plug-in may bring another version of it. */
public enum TlsLibrary {
  BOUNCY_CASTLE(
      "org.bouncycastle.",
      List.of("tls.TlsProtocol", "jce.provider.BouncyCastleProvider"),
      "transport.bc.",
      "transport.jsse.BcJsse"),
  CONSCRYPT("org.conscrypt.", List.of("Conscrypt"), "transport.conscrypt."),
  TCNATIVE("io.netty.internal.tcnative.", List.of("SSL"), "transport.boringssl."),
  JNA(
      "com.sun.jna.",
      List.of("Native"),
      "jna.",
      "transport.jna.",
      "transport.mbedtls.",
      "transport.openssl.");

  private static final String LOCKJAW = "dev.lockjaw.";

  private final String prefix;
  private final List<String> samples;
  private final List<String> users;

  TlsLibrary(String prefix, List<String> samples, String... users) {
    this.prefix = prefix;
    this.samples = samples;
    this.users = List.of(users);
  }

  /** One class of each of its jars, by full name. */
  public List<String> samples() {
    return samples.stream().map(prefix::concat).toList();
  }

  /** The library that a class is part of. */
  public static Optional<TlsLibrary> of(String type) {
    return Arrays.stream(values()).filter(library -> library.contains(type)).findFirst();
  }

  /** Whether a class is part of it. */
  public boolean contains(String type) {
    return type.startsWith(prefix);
  }

  /** Whether a class of Lockjaw's works with its classes, and must see the same version of them. */
  public boolean isUsedBy(String type) {
    return users.stream().anyMatch(user -> type.startsWith(LOCKJAW + user));
  }
}
