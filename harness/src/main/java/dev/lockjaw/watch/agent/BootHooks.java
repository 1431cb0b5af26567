package dev.lockjaw.watch.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

/**
 * Defines the hooks in the boot loader, one by one. A jar on the boot class path would do as well,
 * but then the JVM prints a warning to the program's standard output and no longer shares the
 * program's classes.
 */
final class BootHooks {
  /** The folder of the agent's jar that they are in. */
  static final String FOLDER = "boot/";

  private BootHooks() {}

  /** Defines them, unless an earlier agent has. */
  static void define(Path file, Instrumentation instrumentation)
      throws IOException, ReflectiveOperationException {
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of("jdk.internal.misc", Set.of(BootHooks.class.getModule())),
        Map.of(),
        Set.of(),
        Map.of());
    Class<?> unsafe = Class.forName("jdk.internal.misc.Unsafe");
    Object instance = unsafe.getMethod("getUnsafe").invoke(null);
    Method define =
        unsafe.getMethod(
            "defineClass",
            String.class,
            byte[].class,
            int.class,
            int.class,
            ClassLoader.class,
            ProtectionDomain.class);
    try (JarFile jar = new JarFile(file.toFile())) {
      List<JarEntry> hooks =
          jar.stream().filter(entry -> entry.getName().startsWith(FOLDER)).toList();
      for (JarEntry hook : hooks) {
        String path = hook.getName().substring(FOLDER.length());
        String name = path.substring(0, path.length() - ".class".length());
        if (!isDefined(name.replace('/', '.'))) {
          try (InputStream in = jar.getInputStream(hook)) {
            byte[] code = in.readAllBytes();
            define.invoke(instance, name, code, 0, code.length, null, null);
          }
        }
      }
    }
  }

  private static boolean isDefined(String name) {
    try {
      Class.forName(name, false, null);
      return true;
    } catch (ClassNotFoundException notYet) {
      return false;
    }
  }
}
