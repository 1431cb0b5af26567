package dev.lockjaw.transport;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.Optional;

/** Loads the transports again, as if packages that they can use were not on the class path. */
final class WithoutLibraries extends ClassLoader {
  private final String[] missing;

  WithoutLibraries(String... missing) {
    super(WithoutLibraries.class.getClassLoader());
    this.missing = missing;
  }

  /**
   * What the transport of that class reports. It is loaded by another loader, so it can't be cast.
   */
  Optional<?> unavailable(Class<? extends Transport> transport)
      throws ReflectiveOperationException {
    Object there = loadClass(transport.getName()).getConstructor().newInstance();
    try {
      there.getClass().getMethod("description").invoke(there);
      return (Optional<?>) there.getClass().getMethod("unavailable").invoke(there);
    } catch (InvocationTargetException e) {
      throw new AssertionError("must not throw", e.getCause());
    }
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (Arrays.stream(missing).anyMatch(name::startsWith)) {
      throw new ClassNotFoundException(name);
    }
    if (!name.startsWith("dev.lockjaw.transport.") && !name.startsWith("dev.lockjaw.jna.")) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded == null ? define(name) : loaded;
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
      byte[] bytes = in.readAllBytes();
      return defineClass(name, bytes, 0, bytes.length);
    } catch (IOException e) {
      throw new ClassNotFoundException(name, e);
    }
  }
}
