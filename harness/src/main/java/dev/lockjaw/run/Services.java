package dev.lockjaw.run;

import dev.lockjaw.explain.Causes;
import dev.lockjaw.lock.Locking;
import java.net.URI;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;

/** Finds what plug-ins bring, and says in one line what is wrong with one. */
public final class Services {
  /** What needs no quotes in a shell, and doesn't end a part of a token or of a list. */
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  private Services() {}

  /**
   * Makes every implementation of a service on the class path of {@code loader}.
   *
   * @param what such as {@code strategy}, for messages
   * @throws PluginException if one can't be made
   */
  public static <T> List<T> load(Class<T> service, String what, ClassLoader loader) {
    List<T> found = new ArrayList<>();
    Iterator<ServiceLoader.Provider<T>> providers =
        ServiceLoader.load(service, loader).stream().iterator();
    try {
      while (providers.hasNext()) {
        found.add(made(providers.next(), what));
      }
    } catch (ServiceConfigurationError | LinkageError error) {
      throw new PluginException("a " + what + " can't be loaded: " + Causes.ofUsersClass(error));
    }
    return found;
  }

  private static <T> T made(ServiceLoader.Provider<T> provider, String what) {
    try {
      return provider.get();
    } catch (ServiceConfigurationError | LinkageError error) {
      throw new PluginException(
          the(what, provider.type()) + " can't be loaded: " + Causes.ofUsersClass(error));
    }
  }

  /**
   * Accepts no name twice, and none that a token or a command line couldn't hold.
   *
   * @throws PluginException naming the class that has such a name
   */
  public static <T> void requireNames(String what, List<T> found, Function<T, String> id) {
    Map<String, T> byName = new HashMap<>();
    for (T one : found) {
      String name = name(what, one, id);
      if (name == null || !name.matches(NAME)) {
        throw new PluginException(
            the(what, one.getClass())
                + " is named '"
                + name
                + "'; a name is made of letters, digits, '-', '_' and '.'");
      }
      T other = byName.put(name, one);
      if (other != null) {
        throw new PluginException(
            "two are named '"
                + name
                + "': "
                + the(what, other.getClass())
                + ", and "
                + the(what, one.getClass())
                + "; rename one");
      }
    }
  }

  private static <T> String name(String what, T one, Function<T, String> id) {
    try {
      return id.apply(one);
    } catch (LinkageError error) {
      throw new PluginException(
          the(what, one.getClass()) + " can't be used: " + Causes.ofUsersClass(error));
    }
  }

  private static String the(String what, Class<?> type) {
    return "the " + what + " " + type.getName() + " of " + origin(type);
  }

  private static String origin(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null || source.getLocation() == null) {
      return "an unknown place";
    }
    if (type.getClassLoader() == Locking.class.getClassLoader()) {
      return "the class path";
    }
    String location = source.getLocation().toString();
    return location.startsWith("file:") ? Path.of(URI.create(location)).toString() : location;
  }
}
