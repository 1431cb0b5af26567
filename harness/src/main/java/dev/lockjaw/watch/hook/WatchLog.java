package dev.lockjaw.watch.hook;

import dev.lockjaw.watch.event.Layout;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The log of this process, by the rules of {@link Layout}. Any thread; no method waits. Before
 * {@link #open}, nothing is written.
 */
public final class WatchLog {
  static final int RINGS = 512;
  static final int SLOTS = 2048;

  /** At most this many bytes of stacks and names: a real program has some megabytes. */
  private static final int TEXT_BYTES = 64 << 20;

  private static final int RING_AREA = Layout.HEADER_BYTES + RINGS * Layout.RING_BYTES;
  private static final int TEXT_AREA = RING_AREA + RINGS * SLOTS * Layout.SLOT_BYTES;

  private static final VarHandle LONGS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

  private static final ConcurrentHashMap<String, Long> TEXTS = new ConcurrentHashMap<>();

  private static volatile MappedByteBuffer log;

  private WatchLog() {}

  /**
   * Creates the log. Only the first call does.
   *
   * @return whether this call created it
   * @throws IOException if the folder can't be written
   */
  public static synchronized boolean open(Path folder, String program) throws IOException {
    if (log != null) {
      return false;
    }
    Files.createDirectories(folder);
    requireRoom(folder);
    long pid = ProcessHandle.current().pid();
    Path file = folder.resolve(pid + "-" + System.nanoTime() + Layout.SUFFIX);
    try (FileChannel channel =
        FileChannel.open(
            file,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      MappedByteBuffer map =
          channel.map(FileChannel.MapMode.READ_WRITE, 0, (long) TEXT_AREA + TEXT_BYTES);
      map.order(ByteOrder.LITTLE_ENDIAN);
      map.putLong(Layout.MAGIC, Layout.MAGIC_VALUE);
      map.putLong(Layout.PID, pid);
      map.putLong(Layout.FRONT_END, 2);
      map.putLong(Layout.RINGS, RINGS);
      map.putLong(Layout.SLOTS, SLOTS);
      map.putLong(Layout.TEXT_OFFSET, TEXT_AREA);
      map.putLong(Layout.TEXT_BYTES, TEXT_BYTES);
      log = map;
      map.putLong(Layout.PROGRAM, text(Layout.TEXT_NAME, program));
      LONGS.setRelease(map, Layout.STATE, 1L);
    }
    return true;
  }

  /** A store to a page for which the disk has no room would end the program. */
  private static void requireRoom(Path folder) throws IOException {
    long needed = (long) TEXT_AREA + TEXT_BYTES;
    long left = Files.getFileStore(folder).getUsableSpace();
    if (left < needed) {
      throw new IOException(
          "the log takes up to " + needed + " bytes, and " + folder + " has room for " + left);
    }
  }

  static boolean isOpen() {
    return log != null;
  }

  /** Notes that the program ends in an orderly way. */
  public static void ended() {
    LONGS.setRelease(log, Layout.STATE, 2L);
  }

  /** The id of a text, which is written once; 0 if the text area is full. */
  static long text(int type, String text) {
    Long known = TEXTS.get(text);
    if (known != null) {
      return known;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int size = 8 + (bytes.length + 7) / 8 * 8;
    long offset = (long) LONGS.get(log, Layout.TEXT_USED);
    if (offset + size <= TEXT_BYTES) {
      offset = (long) LONGS.getAndAdd(log, Layout.TEXT_USED, (long) size);
    }
    if (offset + size > TEXT_BYTES) {
      count(Layout.TEXT_LOST);
      return 0;
    }
    int at = TEXT_AREA + (int) offset;
    log.putInt(at + 4, bytes.length);
    log.put(at + 8, bytes);
    INTS.setRelease(log, at, type);
    Long other = TEXTS.putIfAbsent(text, offset + 8);
    return other == null ? offset + 8 : other;
  }

  /** Notes that a class could not be woven, and why. */
  public static void notWoven(String type, Object why) {
    System.err.println("lockjaw: not watched: " + type + ": " + why);
  }

  static void count(int counter) {
    LONGS.getAndAdd(log, counter, 1L);
  }

  /** Takes a ring for a thread; -1 if all have owners. */
  static int takeRing(long thread, int from) {
    for (int i = 0; i < RINGS; i++) {
      int ring = (from + i) % RINGS;
      int head = head(ring);
      if ((long) LONGS.getAcquire(log, head + Layout.RING_OWNER) == 0
          && LONGS.compareAndSet(log, head + Layout.RING_OWNER, 0L, thread + 1)) {
        return ring;
      }
    }
    return -1;
  }

  static void freeRing(int ring) {
    LONGS.setRelease(log, head(ring) + Layout.RING_OWNER, 0L);
  }

  private static int head(int ring) {
    return Layout.HEADER_BYTES + ring * Layout.RING_BYTES;
  }

  /** How many events find room in a ring. */
  static long room(int ring) {
    int head = head(ring);
    return SLOTS
        - (log.getLong(head + Layout.RING_HEAD)
            - (long) LONGS.getAcquire(log, head + Layout.RING_TAIL));
  }

  /** Writes an event to a ring that the thread owns and that has room. */
  static void put(int ring, long thread, int kind, long object, long detail, long stack) {
    MappedByteBuffer map = log;
    int head = head(ring);
    long number = map.getLong(head + Layout.RING_HEAD);
    int slot = RING_AREA + (ring * SLOTS + (int) (number & (SLOTS - 1))) * Layout.SLOT_BYTES;
    LONGS.setVolatile(map, head + Layout.RING_BUSY, 1L);
    map.putLong(slot + Layout.SLOT_STAMP, System.nanoTime());
    map.putLong(slot + Layout.SLOT_THREAD, thread);
    map.putLong(slot + Layout.SLOT_KIND, kind);
    map.putLong(slot + Layout.SLOT_OBJECT, object);
    map.putLong(slot + Layout.SLOT_DETAIL, detail);
    map.putLong(slot + Layout.SLOT_STACK, stack);
    LONGS.setRelease(map, head + Layout.RING_HEAD, number + 1);
    LONGS.setRelease(map, head + Layout.RING_BUSY, 0L);
  }
}
