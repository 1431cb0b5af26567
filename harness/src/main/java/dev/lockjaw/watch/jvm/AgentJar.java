package dev.lockjaw.watch.jvm;

import dev.lockjaw.watch.agent.WatchAgent;
import dev.lockjaw.watch.event.Event;
import dev.lockjaw.watch.hook.MonitorHooks;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.tree.ClassNode;

/**
 * The agent as a jar, {@code lockjaw-watch.jar}, made of the classes of this program: the agent's
 * entry as it is, the hooks in a folder of classes that the entry gives to the boot loader, and the
 * weaver with its ASM in a folder that only the agent's own loader looks into.
 */
public final class AgentJar {
  private static final String BOOT = "boot/";
  private static final String WEAVER = "weaver/";

  private AgentJar() {}

  /**
   * Writes the jar. An older one is replaced in one step.
   *
   * @throws IOException if it can't be written
   */
  public static void write(Path jar) throws IOException {
    Path folder = jar.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path draft = Files.createTempFile(folder, "lockjaw-watch", ".jar");
    try (OutputStream out = Files.newOutputStream(draft);
        JarOutputStream entries = new JarOutputStream(out, manifest())) {
      add(entries, Event.class, BOOT);
      add(entries, MonitorHooks.class, BOOT);
      addClass(entries, WatchAgent.class, "");
      addClass(entries, WatchAgent.class, "AgentLoader");
      addClass(entries, WatchAgent.class, "BootHooks");
      add(entries, WatchAgent.class, WEAVER);
      add(entries, ClassReader.class, WEAVER);
      add(entries, ClassNode.class, WEAVER);
    }
    Files.move(draft, jar, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
  }

  private static Manifest manifest() {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.putValue("Premain-Class", WatchAgent.class.getName());
    main.putValue("Agent-Class", WatchAgent.class.getName());
    main.putValue("Can-Retransform-Classes", "true");
    main.putValue("Can-Redefine-Classes", "true");
    return manifest;
  }

  /** Adds one class, or another one of its package. */
  private static void addClass(JarOutputStream jar, Class<?> type, String other)
      throws IOException {
    String name = other.isEmpty() ? type.getSimpleName() : other;
    String path = type.getPackageName().replace('.', '/') + '/' + name + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(path)) {
      put(jar, path, in.readAllBytes());
    }
  }

  /** Adds the package of a class, without those below it. */
  private static void add(JarOutputStream jar, Class<?> type, String prefix) throws IOException {
    String folder = type.getPackageName().replace('.', '/');
    Path source;
    try {
      source = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException impossible) {
      throw new IOException(impossible);
    }
    if (Files.isDirectory(source)) {
      addFolder(jar, source.resolve(folder), folder, prefix);
    } else {
      try (FileSystem files = FileSystems.newFileSystem(source)) {
        addFolder(jar, files.getPath(folder), folder, prefix);
      }
    }
  }

  private static void addFolder(JarOutputStream jar, Path from, String folder, String prefix)
      throws IOException {
    List<Path> classes;
    try (Stream<Path> all = Files.list(from)) {
      classes = all.filter(file -> file.toString().endsWith(".class")).sorted().toList();
    }
    for (Path file : classes) {
      put(jar, prefix + folder + '/' + file.getFileName(), Files.readAllBytes(file));
    }
  }

  private static void put(JarOutputStream jar, String path, byte[] bytes) throws IOException {
    jar.putNextEntry(new JarEntry(path));
    jar.write(bytes);
    jar.closeEntry();
  }
}
