package dev.lockjaw.jcstress;

/**
 * Stands in for a TLS stack: it numbers its records. Its fields are plain, like a session's, so an
 * operation sees what an earlier one wrote only if the strategy makes it visible.
 */
final class Records implements GuardedStack {
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
      default -> "use-after-free"; // some or all writes of a free are visible
    };
  }
}
