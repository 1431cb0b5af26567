package dev.lockjaw.weave;

import dev.lockjaw.mark.Marks;
import dev.lockjaw.transport.TlsLibrary;
import dev.lockjaw.woven.WovenClasses;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Defines copies of a user's classes, those in a {@link Scope} with scheduling points. Classes that
 * lie in folders are all copied, woven or not, since they are the user's own and know each other;
 * of jars, only what is woven is, unless they are plug-ins. Everything else is the parent's. Any
 * thread.
 *
 * <p>A class loader and not an agent: nothing has to be attached, each flag of a class may change,
 * and every class is woven before it is first used, however a build starts its tests.
 */
public final class WeavingLoader extends ClassLoader implements WovenClasses {
  static {
    registerAsParallelCapable();
  }

  private static final Map<PluginWeave, WeavingLoader> OF_PLUGINS = new ConcurrentHashMap<>();

  /** What a session is given; it is in a layer above. */
  private static final String OPENING = "dev/lockjaw/adapter/Opening";

  private final Scope scope;

  /** Roots of jars whose classes are all copied, as those in folders are. */
  private final List<String> jars;

  private final ClassWeaver weaver;
  private final Map<String, Boolean> woven;
  private final Set<String> unnamed;
  private final List<String> leftOut;

  /** The code of what was copied, by class. */
  private final Map<String, byte[]> copied;

  private final AtomicBoolean asksForChannels;

  public WeavingLoader(ClassLoader parent, Scope scope) {
    this(parent, scope, List.of(), false);
  }

  /** The loader for a whole test, whose runs have a network of their own. */
  public static WeavingLoader ofTest(ClassLoader parent, Scope scope) {
    return new WeavingLoader(parent, scope, List.of(), true);
  }

  private WeavingLoader(ClassLoader parent, Scope scope, List<String> jars, boolean network) {
    super(Marks.WOVEN, parent);
    this.scope = scope;
    this.jars = List.copyOf(jars);
    this.weaver =
        new ClassWeaver(
            new Hierarchy(parent), type -> scope.includes(type.replace('/', '.')), network);
    this.woven = new ConcurrentHashMap<>();
    this.unnamed = new ConcurrentSkipListSet<>();
    this.leftOut = new ArrayList<>();
    this.copied = new ConcurrentHashMap<>();
    this.asksForChannels = new AtomicBoolean();
  }

  private WeavingLoader(WeavingLoader other) {
    super(Marks.WOVEN, other.getParent());
    this.scope = other.scope;
    this.jars = other.jars;
    this.weaver = other.weaver;
    this.woven = other.woven;
    this.unnamed = other.unnamed;
    this.leftOut = other.leftOut;
    this.copied = other.copied;
    this.asksForChannels = other.asksForChannels;
  }

  /** A loader of the same classes, whose static fields are as they are at the start. */
  public WeavingLoader afresh() {
    return new WeavingLoader(this);
  }

  /** The loader for what plug-ins bring: one in this JVM, so that each class is woven once. */
  public static WeavingLoader of(PluginWeave weave, ClassLoader parent) {
    return OF_PLUGINS.computeIfAbsent(
        weave, one -> new WeavingLoader(parent, new Scope(one.patterns()), one.jars(), false));
  }

  /** Whether an object is of a class that such a loader has defined. */
  public static boolean made(Object object) {
    return object.getClass().getClassLoader() instanceof WeavingLoader;
  }

  /**
   * Whether a class that was copied along with that of an object calls {@code Opening.channel}, as
   * far as such classes have been used.
   */
  public static boolean asksForChannels(Object object) {
    return object.getClass().getClassLoader() instanceof WeavingLoader loader
        && loader.asksForChannels.get();
  }

  /** How an object was woven that a plug-in has brought. */
  public static PluginWeave weave(Object object) {
    return object.getClass().getClassLoader() instanceof WeavingLoader loader
        ? new PluginWeave(loader.scope.patterns(), loader.jars)
        : PluginWeave.NONE;
  }

  @Override
  public boolean weaves(Class<?> type) {
    return woven.getOrDefault(type.getName(), false);
  }

  /** How many classes have been woven so far. */
  public int woven() {
    return (int) woven.values().stream().filter(yes -> yes).count();
  }

  /** What could not be woven so far, each with the reason. */
  public List<String> leftOut() {
    synchronized (weaver) {
      List<String> all = new ArrayList<>(leftOut);
      all.addAll(weaver.leftOut());
      return all;
    }
  }

  public Scope scope() {
    return scope;
  }

  /** Classes of the user's own that have been copied so far, and that no pattern names. */
  public List<String> unnamed() {
    return List.copyOf(unnamed);
  }

  /**
   * What sessions that are opened on the copy of a test object share with code that stays as it is,
   * such as methods that JUnit calls: each as a clause. Where there is anything, weaving could
   * change what a test does.
   *
   * @param entries the names of the methods that are called on the copy
   */
  public List<String> shared(Class<?> test, Set<String> entries) {
    return Sides.shared(test, new UserClasses(getParent(), this::copies), entries);
  }

  /** Whether the loader makes a copy of a class. */
  public boolean copies(String name) {
    if (Scope.never(name)) {
      return false;
    }
    URL file = getParent().getResource(path(name));
    return file != null && (scope.covers(name) || owned(name, file));
  }

  /** Whether a class is one of the user's own, which know each other. */
  private boolean owned(String name, URL file) {
    if (file.getProtocol().equals("file")) {
      return true;
    }
    boolean shared = TlsLibrary.of(name).isPresent(); // with the transport
    return !shared && jars.stream().anyMatch(file.toString()::startsWith);
  }

  private static String path(String name) {
    return name.replace('.', '/') + ".class";
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      if (loaded == null) {
        loaded = copy(name);
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

  /** Defines a class anew, or returns null if it is to be the parent's. */
  private Class<?> copy(String name) throws ClassNotFoundException {
    if (Scope.never(name)) {
      return null;
    }
    String path = path(name);
    URL file = getParent().getResource(path);
    if (file == null) {
      return null;
    }
    boolean weave = scope.includes(name);
    if (!weave && !owned(name, file)) {
      return null;
    }
    byte[] code = copied.get(name);
    if (code == null) {
      code = read(file, name);
      if (Mentions.method(code, OPENING, "channel")) {
        asksForChannels.set(true);
      }
      if (weave) {
        code = weave(name, code);
      } else {
        unnamed.add(name);
      }
      copied.put(name, code);
    }
    return defineClass(name, code, 0, code.length, domain(file, path));
  }

  private byte[] weave(String name, byte[] code) {
    synchronized (weaver) {
      try {
        byte[] with = weaver.weave(code);
        woven.put(name, true);
        return with;
      } catch (RuntimeException unable) {
        woven.put(name, false);
        leftOut.add(name + ": " + unable);
        return code;
      }
    }
  }

  private static byte[] read(URL file, String name) throws ClassNotFoundException {
    try (InputStream in = file.openStream()) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }

  /** Where the class is from, which coverage agents want to know. */
  private static ProtectionDomain domain(URL file, String path) {
    String text = file.toString();
    String root = text.substring(0, text.length() - path.length());
    root = root.startsWith("jar:") ? root.substring(4).replaceFirst("!/$", "") : root;
    try {
      return new ProtectionDomain(new CodeSource(new URL(root), (Certificate[]) null), null);
    } catch (java.net.MalformedURLException strange) {
      return null;
    }
  }
}
