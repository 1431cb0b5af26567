package dev.lockjaw.transport.jna;

import com.sun.jna.Pointer;
import dev.lockjaw.transport.Io;
import dev.lockjaw.transport.NetInput;
import java.io.IOException;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;

/**
 * One thread's stay inside a native session. All sessions share the library's callbacks; through
 * this, a callback finds its {@link Io}. It keeps an exception of {@link Io}, since none may be
 * thrown through native code. It is confined to its thread. Calls nest, within one session or
 * across two.
 */
public final class NativeCall implements AutoCloseable {
  /** The result of {@link #read} if there is no input. */
  public static final int NOTHING_YET = 0;

  /** The result of {@link #read} at the end of input. */
  public static final int END = -1;

  /** The result of {@link #read} after {@link Io} has thrown. */
  public static final int FAILED = -2;

  private static final ThreadLocal<NativeCall> CURRENT = new ThreadLocal<>();

  private final NativeCall outer = CURRENT.get();
  private final Object owner;
  private final Io io;
  private final NetInput input;
  private int asksLeft;
  private boolean ended;
  private Throwable thrown;

  /**
   * Enters. Close to leave.
   *
   * @param owner owns the native session's memory; stays reachable until this is closed
   * @param asks how many times the call may ask for input
   */
  NativeCall(Object owner, Io io, NetInput input, int asks) {
    this.owner = owner;
    this.io = io;
    this.input = input;
    this.asksLeft = asks;
    CURRENT.set(this);
  }

  /** The innermost call of this thread. */
  public static NativeCall current() {
    return CURRENT.get();
  }

  /**
   * For the library's read callback.
   *
   * @return the number of bytes read, or one of the constants
   */
  public int read(Pointer into, int most) {
    if (thrown != null) {
      return FAILED;
    }
    ByteBuffer unread = input.unread();
    if (!unread.hasRemaining()) {
      int got = ask();
      if (got <= 0) {
        return got;
      }
      unread = input.unread();
    }
    int count = Math.min(most, unread.remaining());
    into.write(0, unread.array(), unread.arrayOffset() + unread.position(), count);
    unread.position(unread.position() + count);
    return count;
  }

  private int ask() {
    if (asksLeft == 0) {
      return NOTHING_YET;
    }
    asksLeft--;
    try {
      int got = input.fill(io);
      ended = got < 0;
      return got;
    } catch (Throwable any) {
      thrown = any;
      return FAILED;
    }
  }

  /**
   * For the library's write callback.
   *
   * @return whether {@link Io} took all bytes
   */
  public boolean write(Pointer from, int count) {
    if (thrown != null) {
      return false;
    }
    try {
      // A copy: another thread that frees the session meanwhile frees the original.
      io.write(ByteBuffer.wrap(from.getByteArray(0, count)));
      return true;
    } catch (Throwable any) {
      thrown = any;
      return false;
    }
  }

  /** Whether the call met the end of input. */
  public boolean ended() {
    return ended;
  }

  /** Throws the exception that {@link Io} has thrown, if any. */
  public void rethrow() throws IOException {
    if (thrown instanceof IOException closed) {
      throw closed;
    }
    rethrowUnlessClosed();
  }

  /** Throws the exception that {@link Io} has thrown, if any, unless it is an IOException. */
  void rethrowUnlessClosed() {
    if (thrown instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (thrown instanceof Error error) {
      throw error;
    }
  }

  @Override
  public void close() {
    CURRENT.set(outer);
    Reference.reachabilityFence(owner);
  }
}
