package dev.lockjaw.watch.event;

/**
 * The layout of a log, which its writers and its reader share. All words are little endian and 8
 * bytes long; offsets are in bytes from the start of the file.
 *
 * <p>The header comes first, then {@link #RING_BYTES} of head for each ring, then the slots of each
 * ring, then the text area. A ring belongs to one thread at a time, which alone writes it. To write
 * an event, the thread stores 1 in the ring's BUSY word, reads the clock, fills the slot {@code
 * head % slots}, stores {@code head + 1} with release semantics, and stores 0 in BUSY. If {@code
 * head - tail} is the number of slots, it drops the event, adds 1 to the header's DROPPED and never
 * waits; before the next event that finds room it writes a GAP, and it writes the takes of the
 * locks that it still holds anew. The reader advances TAIL. A thread that ends stores 0 in OWNER
 * with release semantics, and another thread may take the ring over by compare-and-set.
 *
 * <p>A record of the text area begins with its type and the bytes that follow, each 4 bytes long,
 * and is padded to 8. Its id is its offset in the area plus 8, so that no id is 0. The writer
 * claims room by an atomic addition to TEXT_USED; a record counts once its type is not 0, so the
 * type is stored last.
 */
public final class Layout {
  /** The word MAGIC: the letters LJWATCH1. */
  public static final long MAGIC_VALUE = 0x314843544157_4a4cL;

  /** The end of a log file's name. */
  public static final String SUFFIX = ".ljw";

  public static final int MAGIC = 0;
  public static final int PID = 8;

  /** 1: the native library; 2: the JVM agent. */
  public static final int FRONT_END = 16;

  public static final int RINGS = 24;

  /** Slots of a ring: a power of two. */
  public static final int SLOTS = 32;

  public static final int TEXT_OFFSET = 40;
  public static final int TEXT_BYTES = 48;
  public static final int TEXT_USED = 56;

  /** 0: not ready; 1: running; 2: ended in an orderly way. */
  public static final int STATE = 64;

  /** Events that found their ring full. */
  public static final int DROPPED = 72;

  /** Texts that found the text area full. */
  public static final int TEXT_LOST = 80;

  /** Threads that found no ring. */
  public static final int THREADS_LOST = 88;

  public static final int PARENT_PID = 96;

  /** The id of the text that is the program's file. */
  public static final int PROGRAM = 104;

  /** Bytes of the header. */
  public static final int HEADER_BYTES = 4096;

  /** Bytes of a ring's head. */
  public static final int RING_BYTES = 64;

  public static final int RING_OWNER = 0;
  public static final int RING_HEAD = 8;
  public static final int RING_TAIL = 16;
  public static final int RING_BUSY = 24;

  /** Bytes of a slot: the words stamp, thread, kind, object, detail, stack, and two to spare. */
  public static final int SLOT_BYTES = 64;

  public static final int SLOT_STAMP = 0;
  public static final int SLOT_THREAD = 8;
  public static final int SLOT_KIND = 16;
  public static final int SLOT_OBJECT = 24;
  public static final int SLOT_DETAIL = 32;
  public static final int SLOT_STACK = 40;

  /** A native stack: return addresses, 8 bytes each, innermost first. */
  public static final int TEXT_ADDRESSES = 1;

  /** A module: load bias, start and end of its addresses, 8 bytes each, and its file in UTF-8. */
  public static final int TEXT_MODULE = 2;

  /** A name in UTF-8. */
  public static final int TEXT_NAME = 3;

  /** A Java stack in UTF-8, a line {@code class.method(File.java:12)} a frame, innermost first. */
  public static final int TEXT_FRAMES = 4;

  private Layout() {}
}
