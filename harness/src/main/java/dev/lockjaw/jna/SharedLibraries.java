package dev.lockjaw.jna;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Probes for JNA and for shared libraries of the system, which are reached by it. Neither need be
 * there. Any thread.
 */
public final class SharedLibraries {
  private SharedLibraries() {}

  /**
   * Loads libraries for good.
   *
   * @param packages of Debian, that have them
   * @param names of files, without folders
   * @return what is wrong and what would help, or empty if all are loaded
   */
  public static Optional<String> problem(String packages, String... names) {
    Optional<String> problem = problemOfJna();
    for (int i = 0; i < names.length && problem.isEmpty(); i++) {
      problem = problemOf(names[i], packages);
    }
    return problem;
  }

  /** Why nothing can be reached by JNA, and what would help; empty if it can. */
  public static Optional<String> problemOfJna() {
    return Jna.PROBLEM;
  }

  /** Asked once: a class that has failed to load says only the first time why. */
  private static final class Jna {
    static final Optional<String> PROBLEM = find();

    private static Optional<String> find() {
      try {
        Class.forName("com.sun.jna.Native", false, SharedLibraries.class.getClassLoader());
      } catch (ClassNotFoundException missing) {
        return Optional.of("JNA is not on the class path: add net.java.dev.jna:jna");
      }
      Logger log = Logger.getLogger("com.sun.jna.Native");
      Level level = log.getLevel();
      log.setLevel(Level.OFF); // the reason is told once, in one line and by us
      try {
        return Native.POINTER_SIZE == Long.BYTES
            ? Optional.empty()
            : Optional.of("needs a 64-bit machine");
      } catch (LinkageError | RuntimeException refused) {
        return Optional.of("JNA does not load: " + firstLine(rootOf(refused)));
      } finally {
        log.setLevel(level);
      }
    }

    private static Throwable rootOf(Throwable failure) {
      return failure.getCause() == null ? failure : rootOf(failure.getCause());
    }

    private static String firstLine(Throwable failure) {
      String text = failure.getMessage() == null ? failure.toString() : failure.getMessage();
      return text.lines().findFirst().orElse("");
    }
  }

  private static Optional<String> problemOf(String name, String packages) {
    try {
      NativeLibrary.getInstance(name);
      return Optional.empty();
    } catch (UnsatisfiedLinkError refused) {
      String help = ": install Debian package " + packages;
      return Optional.of(
          broken(name, String.valueOf(refused.getMessage()))
              .map(why -> name + " does not load (" + why + ")" + help)
              .orElse(name + " not found" + help));
    }
  }

  /** The first line in which the system's loader says something else than that there is no file. */
  private static Optional<String> broken(String name, String message) {
    return message
        .lines()
        .skip(1) // JNA's own words
        .map(String::strip)
        .filter(line -> line.contains(name) && line.contains(": "))
        .filter(line -> !line.contains("No such file") && !line.contains("not found"))
        .findFirst();
  }
}
