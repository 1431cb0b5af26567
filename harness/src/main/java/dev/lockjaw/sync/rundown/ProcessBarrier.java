package dev.lockjaw.sync.rundown;

import dev.lockjaw.jna.SharedLibraries;
import java.util.Map;
import java.util.Optional;

/**
 * A full memory fence in every thread of the process at once, for one system call: Linux's {@code
 * membarrier}, through JNA. When two threads each write and then read what the other writes, only
 * the thread that issues the barrier pays. Any thread.
 */
public final class ProcessBarrier {
  /** A system property; {@code off} disables the barrier. */
  static final String PROPERTY = "lockjaw.membarrier";

  private static final long PRIVATE_EXPEDITED = 1 << 3;
  private static final long REGISTER_PRIVATE_EXPEDITED = 1 << 4;

  /** The number of the system call, by the JVM's name for the processor. */
  private static final Map<String, Long> NUMBERS =
      Map.of("amd64", 324L, "aarch64", 283L, "riscv64", 283L);

  private ProcessBarrier() {}

  /** The reason why there is none here; empty if there is. */
  public static Optional<String> problem() {
    return Probe.PROBLEM;
  }

  /**
   * Issues the barrier. What another thread read or wrote before it happens before what the caller
   * does next. What another thread does after it happens after what the caller did before.
   *
   * @throws IllegalStateException if the system refuses, although it accepted the first call
   */
  static void issue() {
    if (LibC.syscall(Probe.NUMBER, PRIVATE_EXPEDITED, 0, 0) != 0) {
      throw new IllegalStateException("membarrier is refused, though it was not before");
    }
  }

  /** Initialised by the first call. */
  private static final class Probe {
    static final Optional<String> PROBLEM = find();
    static final long NUMBER = NUMBERS.getOrDefault(processor(), 0L);

    private static String processor() {
      return System.getProperty("os.arch");
    }

    private static Optional<String> find() {
      if (System.getProperty(PROPERTY, "").equals("off")) {
        return Optional.of("membarrier is turned off by -D" + PROPERTY);
      }
      String system = System.getProperty("os.name");
      if (!system.equals("Linux") || !NUMBERS.containsKey(processor())) {
        return Optional.of("membarrier is not known on " + system + ", " + processor());
      }
      return SharedLibraries.problemOfJna().or(ProcessBarrier::refusal);
    }
  }

  private static Optional<String> refusal() {
    try {
      long number = NUMBERS.get(Probe.processor());
      boolean works =
          LibC.syscall(number, REGISTER_PRIVATE_EXPEDITED, 0, 0) == 0
              && LibC.syscall(number, PRIVATE_EXPEDITED, 0, 0) == 0;
      return works ? Optional.empty() : Optional.of("the system refuses membarrier");
    } catch (LinkageError refused) {
      return Optional.of("membarrier can't be called: " + refused.getMessage());
    }
  }
}
