package dev.lockjaw.sync.rundown;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** What is called of the C library for {@link ProcessBarrier}, under its own name. */
final class LibC {
  static {
    Native.register(LibC.class, NativeLibrary.getProcess());
  }

  private LibC() {}

  /** Answers -1 where the system refuses. */
  static native long syscall(long number, long first, long second, long third);
}
