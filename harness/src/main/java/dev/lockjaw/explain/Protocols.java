package dev.lockjaw.explain;

/** TLS versions as people write them. */
public final class Protocols {
  private Protocols() {}

  /** {@code TLS 1.2} for {@code tls1.2}; other text is returned unchanged. */
  public static String written(String id) {
    return Text.clean(id.replaceFirst("^tls(?=\\d)", "TLS "));
  }
}
