package dev.lockjaw.watch.event;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The log of one process, read while it grows. One thread reads it.
 *
 * <p>{@link #read} returns events in the order of their stamps, up to a horizon: a time before
 * which no thread can still publish an event. A thread in the middle of a write holds the horizon
 * at its last event.
 */
public final class LogFile {
  /** A store of another processor is visible after this time, in nanoseconds. */
  private static final long VISIBLE = 1_000_000;

  private static final VarHandle WORDS =
      MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /**
   * A text of the log.
   *
   * @param id what events refer to it by
   */
  public record LogText(long id, int type, byte[] bytes) {
    /** The bytes as text. */
    public String text() {
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  private final Path path;
  private final MappedByteBuffer log;
  private final int rings;
  private final int slots;
  private final long[] last;
  private final List<Event> early = new ArrayList<>();

  private LogFile(Path path, MappedByteBuffer log) {
    this.path = path;
    this.log = log;
    this.rings = (int) word(Layout.RINGS);
    this.slots = (int) word(Layout.SLOTS);
    this.last = new long[rings];
  }

  /**
   * Opens a log; empty if its writer has not finished its header yet.
   *
   * @throws IOException if the file can't be mapped
   */
  public static Optional<LogFile> open(Path path) throws IOException {
    if (Files.size(path) < Layout.HEADER_BYTES) {
      return Optional.empty();
    }
    try (FileChannel channel =
        FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      MappedByteBuffer map = channel.map(FileChannel.MapMode.READ_WRITE, 0, channel.size());
      map.order(ByteOrder.LITTLE_ENDIAN);
      boolean ready =
          map.getLong(Layout.MAGIC) == Layout.MAGIC_VALUE
              && (long) WORDS.getAcquire(map, Layout.STATE) != 0;
      return ready ? Optional.of(new LogFile(path, map)) : Optional.empty();
    }
  }

  /** The file. */
  public Path path() {
    return path;
  }

  /** A word of the header, by its offset in {@link Layout}. */
  public long word(int offset) {
    return (long) WORDS.getAcquire(log, offset);
  }

  /** Whether the process is over. */
  public boolean over() {
    return word(Layout.STATE) == 2
        || ProcessHandle.of(word(Layout.PID)).filter(ProcessHandle::isAlive).isEmpty();
  }

  /**
   * The new events up to the horizon, in the order of their stamps.
   *
   * @param everything whether to ignore the horizon, because the process is over
   */
  public List<Event> read(boolean everything) {
    long horizon = System.nanoTime() - VISIBLE;
    for (int ring = 0; ring < rings; ring++) {
      int head = Layout.HEADER_BYTES + ring * Layout.RING_BYTES;
      boolean busy = (long) WORDS.getAcquire(log, head + Layout.RING_BUSY) != 0;
      drain(ring, head);
      if (busy) {
        horizon = Math.min(horizon, last[ring]);
      }
    }
    early.sort(Comparator.comparingLong(Event::nanos)); // stable: a ring's events stay in order
    int end = everything ? early.size() : before(horizon);
    List<Event> due = List.copyOf(early.subList(0, end));
    early.subList(0, end).clear();
    return due;
  }

  private int before(long horizon) {
    int end = 0;
    while (end < early.size() && early.get(end).nanos() < horizon) {
      end++;
    }
    return end;
  }

  private void drain(int ring, int header) {
    long published = (long) WORDS.getAcquire(log, header + Layout.RING_HEAD);
    long tail = (long) WORDS.get(log, header + Layout.RING_TAIL);
    for (; tail < published; tail++) {
      int slot =
          Layout.HEADER_BYTES
              + rings * Layout.RING_BYTES
              + (ring * slots + (int) (tail & (slots - 1))) * Layout.SLOT_BYTES;
      EventKind kind = EventKind.numbered(log.getLong(slot + Layout.SLOT_KIND));
      last[ring] = log.getLong(slot + Layout.SLOT_STAMP);
      if (kind != null) {
        early.add(
            new Event(
                last[ring],
                log.getLong(slot + Layout.SLOT_THREAD),
                kind,
                log.getLong(slot + Layout.SLOT_OBJECT),
                log.getLong(slot + Layout.SLOT_DETAIL),
                log.getLong(slot + Layout.SLOT_STACK)));
      }
    }
    WORDS.setRelease(log, header + Layout.RING_TAIL, tail);
  }

  /** The text with an id; empty if there is none, for instance because the area was full. */
  public Optional<LogText> text(long id) {
    long offset = word(Layout.TEXT_OFFSET) + id - 8;
    if (id <= 0 || offset + 8 > log.limit()) {
      return Optional.empty();
    }
    int type = log.getInt((int) offset);
    int length = log.getInt((int) offset + 4);
    if (type == 0 || length < 0 || offset + 8 + length > log.limit()) {
      return Optional.empty();
    }
    byte[] bytes = new byte[length];
    log.get((int) offset + 8, bytes);
    return Optional.of(new LogText(id, type, bytes));
  }

  /** The texts from an id on, up to the first that is not complete; 8 is the first id. */
  public List<LogText> textsFrom(long first) {
    List<LogText> texts = new ArrayList<>();
    long end = Math.min(word(Layout.TEXT_USED), word(Layout.TEXT_BYTES));
    long id = first;
    while (id - 8 < end) {
      Optional<LogText> text = text(id);
      if (text.isEmpty()) {
        break;
      }
      texts.add(text.get());
      id = next(text.get());
    }
    return texts;
  }

  /** The id of the text that follows another. */
  public static long next(LogText text) {
    return text.id() + 8 + (text.bytes().length + 7) / 8 * 8;
  }
}
