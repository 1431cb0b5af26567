package dev.lockjaw.sync;

import com.sun.jna.Native;
import dev.lockjaw.jna.SharedLibraries;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mutex of the C library, called through JNA: recursive or error-checking. Its error texts are
 * the ones that reports from the field contain, such as "Resource deadlock avoided". Any thread.
 */
public final class PthreadMutex implements RealMutex {
  /** Bytes; more than a mutex or its attributes take on any 64-bit Linux. */
  private static final int ROOM = 64;

  private static final AtomicInteger LIVE = new AtomicInteger();

  private final long address = Native.malloc(ROOM);

  public PthreadMutex(boolean recursive) {
    int type = recursive ? LibPthread.PTHREAD_MUTEX_RECURSIVE : LibPthread.PTHREAD_MUTEX_ERRORCHECK;
    long attributes = Native.malloc(ROOM);
    require("pthread_mutexattr_init", LibPthread.pthread_mutexattr_init(attributes));
    require("pthread_mutexattr_settype", LibPthread.pthread_mutexattr_settype(attributes, type));
    require("pthread_mutex_init", LibPthread.pthread_mutex_init(address, attributes));
    LibPthread.pthread_mutexattr_destroy(attributes);
    Native.free(attributes);
    LIVE.incrementAndGet();
  }

  /** The reason why they are unavailable here, and what would help; empty if available. */
  static Optional<String> problem() {
    return Probe.PROBLEM;
  }

  /** The number of live ones in the process. */
  static int live() {
    return LIVE.get();
  }

  @Override
  public boolean lock() {
    int result = LibPthread.pthread_mutex_lock(address);
    if (result == LibPthread.EDEADLK) {
      return false;
    }
    require("pthread_mutex_lock", result);
    return true;
  }

  @Override
  public String refusal() {
    return text("pthread_mutex_lock", LibPthread.pthread_mutex_lock(address))
        + "; "
        + text("pthread_mutex_trylock", LibPthread.pthread_mutex_trylock(address));
  }

  @Override
  public boolean unlock() {
    int result = LibPthread.pthread_mutex_unlock(address);
    if (result == LibPthread.EPERM) {
      return false;
    }
    require("pthread_mutex_unlock", result);
    return true;
  }

  /**
   * {@inheritDoc} The library refuses to destroy a mutex that a thread has left locked. That leaks
   * nothing but its memory, which is freed here: neither the thread nor the kernel keeps a list of
   * mutexes of these types.
   */
  @Override
  public void close() {
    LibPthread.pthread_mutex_destroy(address);
    Native.free(address);
    LIVE.decrementAndGet();
  }

  private static void require(String function, int result) {
    if (result != 0) {
      throw new IllegalStateException(text(function, result));
    }
  }

  private static String text(String function, int result) {
    return function + ": " + result + " " + LibPthread.strerror_l(result, Texts.LOCALE);
  }

  /** Keeps the system's texts in English, whatever the user's language is. */
  private static final class Texts {
    static final long LOCALE = LibPthread.newlocale(LibPthread.LC_MESSAGES_MASK, "C", 0);
  }

  /** Initialised by the first call. */
  private static final class Probe {
    static final Optional<String> PROBLEM = find();

    private static Optional<String> find() {
      String system = System.getProperty("os.name");
      if (!system.equals("Linux")) {
        return Optional.of("pthread mutexes are used on Linux only, not on " + system);
      }
      Optional<String> problem = SharedLibraries.problemOfJna();
      if (problem.isPresent()) {
        return problem;
      }
      try (PthreadMutex mutex = new PthreadMutex(false)) {
        boolean works = mutex.lock() && !mutex.lock() && mutex.unlock() && !mutex.unlock();
        return works
            ? Optional.empty()
            : Optional.of("pthread mutexes of the error-checking type check nothing here");
      } catch (LinkageError | IllegalStateException refused) {
        return Optional.of("pthread mutexes can't be used: " + refused.getMessage());
      }
    }
  }
}
