package dev.lockjaw.watch.agent;

import java.util.List;
import java.util.Set;

/**
 * Which classes are woven: those of the program, and those of the JDK that do TLS, sleep in I/O, or
 * hand something from thread to thread.
 */
final class WatchedClasses {
  private static final Set<String> JDK =
      Set.of(
          "java/net/Socket$SocketInputStream",
          "java/net/Socket$SocketOutputStream",
          "sun/nio/ch/SocketChannelImpl",
          "sun/nio/ch/SelectorImpl");

  /** Parts of the JDK that lock as a program does. */
  private static final List<String> JDK_PACKAGES =
      List.of("sun/security/ssl/", "jdk/internal/net/http/");

  private static final List<String> OWN =
      List.of("dev/lockjaw/watch/hook/", "dev/lockjaw/watch/agent/", "dev/lockjaw/watch/event/");

  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();

  private WatchedClasses() {}

  /** Whether a class, in internal form, is woven. A null loader is the boot loader. */
  static boolean includes(ClassLoader loader, String name) {
    if (loader == null) {
      return JDK.contains(name) || begins(name, JDK_PACKAGES) || HandOverPoints.include(name);
    }
    return loader != PLATFORM
        && !begins(name, OWN)
        && !name.startsWith("java/")
        && !loader.getClass().getName().startsWith("jdk.internal.reflect.");
  }

  private static boolean begins(String name, List<String> prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
