package dev.lockjaw.watch.hook;

/** What may sleep in I/O. */
public enum BlockingIo {
  READ("socket read"),
  WRITE("socket write"),
  CONNECT("socket connect"),
  SELECT("Selector.select"),
  CHANNEL_READ("SocketChannel.read"),
  CHANNEL_WRITE("SocketChannel.write");

  private static final BlockingIo[] ALL = values();

  private final String title;

  BlockingIo(String title) {
    this.title = title;
  }

  static String title(int number) {
    return ALL[number].title;
  }

  static boolean onChannel(int number) {
    return number == CHANNEL_READ.ordinal() || number == CHANNEL_WRITE.ordinal();
  }
}
