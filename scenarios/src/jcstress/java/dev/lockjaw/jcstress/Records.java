package dev.lockjaw.jcstress;

/**
 * Stands in for a TLS stack: it numbers its records. Plain fields, as a session's are: what one
 * operation wrote the next sees only if the strategy sees to it.
 */
final class Records implements Stack {
  private int written;
  private int read;

  @Override
  public String write() {
    return name(++written);
  }

  @Override
  public String read() {
    return name(++read);
  }

  @Override
  public String free() {
    written = -1;
    read = -1;
    return FREED;
  }

  private static String name(int record) {
    return switch (record) {
      case 1 -> "record 1";
      case 2 -> "record 2";
      default -> "use-after-free"; // a free was seen, in part or whole
    };
  }
}
