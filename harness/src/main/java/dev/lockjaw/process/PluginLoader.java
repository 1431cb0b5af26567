package dev.lockjaw.process;

import dev.lockjaw.transport.TlsLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Loads plug-ins with the libraries that they bring. Such a library wins over the version that
 * Lockjaw brings, and Lockjaw itself does not see it: only the JDK's classes and Lockjaw's own come
 * from the parent first.
 *
 * <p>If plug-ins bring a {@link TlsLibrary}, the transports that use it are loaded here, too, so
 * that a session and the transport below it see the same version. Any thread.
 */
public final class PluginLoader extends URLClassLoader {
  static {
    registerAsParallelCapable();
  }

  private static final ClassLoader JDK = getPlatformClassLoader();
  private static final String LOCKJAW = "dev.lockjaw.";

  /** Finds only what plug-ins bring. */
  private final URLClassLoader brought;

  private final Set<TlsLibrary> libraries;

  private PluginLoader(List<Path> plugins, ClassLoader parent) {
    super("lockjaw-plugins", urls(plugins), parent);
    brought = new URLClassLoader(urls(plugins), null);
    libraries = EnumSet.noneOf(TlsLibrary.class);
    plugins.forEach(plugin -> libraries.addAll(librariesOf(plugin)));
  }

  /**
   * The loader of some plug-ins; the parent if there are none.
   *
   * @param plugins jars and class folders
   */
  public static ClassLoader of(List<Path> plugins, ClassLoader parent) {
    return plugins.isEmpty() ? parent : new PluginLoader(plugins, parent);
  }

  /** The libraries of which plug-ins bring a version. */
  public Set<TlsLibrary> libraries() {
    return Collections.unmodifiableSet(libraries);
  }

  private static Set<TlsLibrary> librariesOf(Path plugin) {
    Set<TlsLibrary> found = EnumSet.noneOf(TlsLibrary.class);
    for (String name : files(plugin)) {
      if (name.endsWith(".class")) {
        TlsLibrary.of(name.replaceAll("[/\\\\]", ".")).ifPresent(found::add);
      }
    }
    return found;
  }

  /** The names of the files in a jar or class folder. */
  public static List<String> files(Path plugin) {
    try {
      if (Files.isDirectory(plugin)) {
        try (Stream<Path> files = Files.walk(plugin)) {
          return files.map(file -> plugin.relativize(file).toString()).toList();
        }
      }
      try (ZipFile jar = new ZipFile(plugin.toFile())) {
        return jar.stream().map(ZipEntry::getName).toList();
      }
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static URL[] urls(List<Path> plugins) {
    List<URL> urls = new ArrayList<>();
    for (Path plugin : plugins) {
      try {
        urls.add(plugin.toUri().toURL());
      } catch (MalformedURLException impossible) {
        throw new UncheckedIOException(impossible);
      }
    }
    return urls.toArray(URL[]::new);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null && isLoadedHere(name)) {
        loaded = findClass(name);
      }
      if (loaded == null) {
        return super.loadClass(name, resolve);
      }
      if (resolve) {
        resolveClass(loaded);
      }
      return loaded;
    }
  }

  private boolean isLoadedHere(String name) {
    String file = name.replace('.', '/') + ".class";
    if (JDK.getResource(file) != null) {
      return false;
    }
    URL lockjaws = getParent().getResource(file);
    boolean ours = name.startsWith(LOCKJAW) && lockjaws != null;
    if (!ours && brought.findResource(file) != null) {
      return true;
    }
    boolean copied = libraries.stream().anyMatch(one -> one.contains(name) || one.isUsedBy(name));
    if (copied && lockjaws != null) {
      addURL(root(lockjaws, file)); // a plug-in may bring only some jars of a library
      return true;
    }
    return false;
  }

  private static URL root(URL found, String file) {
    String text = found.toString();
    int inJar = text.indexOf("!/"); // versions for a later Java are in a folder of the jar
    try {
      return new URL(
          inJar < 0
              ? text.substring(0, text.length() - file.length())
              : text.substring("jar:".length(), inJar));
    } catch (MalformedURLException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  @Override
  public URL getResource(String name) {
    URL own = brought.findResource(name);
    return own == null ? super.getResource(name) : own;
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    List<URL> all = new ArrayList<>(Collections.list(brought.findResources(name)));
    List<URL> lockjaws = Collections.list(getParent().getResources(name));
    // what Lockjaw brings itself is listed before what plug-ins add to it
    all.addAll(name.contains(LOCKJAW) ? 0 : all.size(), lockjaws);
    return Collections.enumeration(all);
  }

  @Override
  public void close() throws IOException {
    brought.close();
    super.close();
  }
}
