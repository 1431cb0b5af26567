package dev.lockjaw.sync;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;

/**
 * The functions of the C library that Lockjaw calls, under their own names. The library is the one
 * that the JVM itself runs on, whatever its file name. Pointers are longs. The numbers are those of
 * glibc and musl.
 */
final class LibPthread {
  static final int PTHREAD_MUTEX_RECURSIVE = 1;
  static final int PTHREAD_MUTEX_ERRORCHECK = 2;
  static final int LC_MESSAGES_MASK = 1 << 5;
  static final int EPERM = 1;
  static final int EDEADLK = 35;

  static {
    Native.register(LibPthread.class, NativeLibrary.getProcess());
  }

  private LibPthread() {}

  static native int pthread_mutexattr_init(long attributes);

  static native int pthread_mutexattr_settype(long attributes, int type);

  static native int pthread_mutexattr_destroy(long attributes);

  static native int pthread_mutex_init(long mutex, long attributes);

  static native int pthread_mutex_lock(long mutex);

  static native int pthread_mutex_trylock(long mutex);

  static native int pthread_mutex_unlock(long mutex);

  static native int pthread_mutex_destroy(long mutex);

  static native long newlocale(int mask, String name, long base);

  static native String strerror_l(int error, long locale);
}
