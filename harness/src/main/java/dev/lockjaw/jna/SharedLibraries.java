package dev.lockjaw.jna;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Probes for JNA, and for shared libraries of the system through it. Neither need be installed. Any
 * thread.
 */
public final class SharedLibraries {
  private SharedLibraries() {}

  /**
   * Loads libraries. They stay loaded.
   *
   * @param packages the Debian packages that contain them
   * @param names file names, without folders
   * @return what is wrong and what would help; empty if all are loaded
   */
  public static Optional<String> problem(String packages, String... names) {
    Optional<String> problem = problemOfJna();
    for (int i = 0; i < names.length && problem.isEmpty(); i++) {
      problem = problemOf(names[i], packages);
    }
    return problem;
  }

  /** The reason why JNA can't be used, and what would help; empty if it can. */
  public static Optional<String> problemOfJna() {
    return Jna.PROBLEM;
  }

  /** Probed once, because a class that fails to load gives its reason only the first time. */
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
      log.setLevel(Level.OFF); // the reason is reported once, in one line of Lockjaw's own
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

  /** The first line with the loader's reason, if the reason is not a missing file. */
  private static Optional<String> broken(String name, String message) {
    return message
        .lines()
        .skip(1) // JNA's own line
        .map(String::strip)
        .filter(line -> line.contains(name) && line.contains(": "))
        .filter(line -> !line.contains("No such file") && !line.contains("not found"))
        .findFirst();
  }
}
