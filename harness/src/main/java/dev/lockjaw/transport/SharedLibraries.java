package dev.lockjaw.transport;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.Optional;

/**
 * Probes for shared libraries of the system, which are reached by JNA. Neither they nor JNA need be
 * there. Any thread.
 */
final class SharedLibraries {
  private SharedLibraries() {}

  /**
   * Loads libraries for good.
   *
   * @param packages of Debian, that have them
   * @param names of files, without folders
   * @return what is wrong and what would help, or empty if all are loaded
   */
  static Optional<String> problem(String packages, String... names) {
    Optional<String> problem = problemOfJna();
    for (int i = 0; i < names.length && problem.isEmpty(); i++) {
      if (!loads(names[i])) {
        problem = Optional.of(names[i] + " not found: install Debian package " + packages);
      }
    }
    return problem;
  }

  private static Optional<String> problemOfJna() {
    try {
      Class.forName("com.sun.jna.Native", false, SharedLibraries.class.getClassLoader());
    } catch (ClassNotFoundException missing) {
      return Optional.of("JNA is not on the class path: add net.java.dev.jna:jna");
    }
    try {
      return Native.POINTER_SIZE == Long.BYTES
          ? Optional.empty()
          : Optional.of("needs a 64-bit machine");
    } catch (LinkageError | RuntimeException refused) {
      return Optional.of("JNA does not load: " + refused);
    }
  }

  private static boolean loads(String name) {
    try {
      NativeLibrary.getInstance(name);
      return true;
    } catch (UnsatisfiedLinkError missing) {
      return false;
    }
  }
}
