package dev.lockjaw.sync.rundown;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/** The C function that {@link ProcessBarrier} calls, under its own name. */
final class LibC {
  static {
    Native.register(LibC.class, NativeLibrary.getProcess());
  }

  private LibC() {}

  /** Returns -1 if the system refuses. */
  static native long syscall(long number, long first, long second, long third);
}
