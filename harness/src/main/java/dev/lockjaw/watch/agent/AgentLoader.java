package dev.lockjaw.watch.agent;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

/**
 * Loads the weaver and its ASM from a folder of the agent's jar that no other loader looks into.
 */
final class AgentLoader extends ClassLoader {
  /** That folder. */
  static final String FOLDER = "weaver/";

  private final JarFile jar;

  AgentLoader(Path jar) throws IOException {
    super("lockjaw-watch", null);
    this.jar = new JarFile(jar.toFile());
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    ZipEntry entry = jar.getEntry(FOLDER + name.replace('.', '/') + ".class");
    if (entry == null) {
      throw new ClassNotFoundException(name);
    }
    try (InputStream in = jar.getInputStream(entry)) {
      byte[] code = in.readAllBytes();
      return defineClass(name, code, 0, code.length);
    } catch (IOException unreadable) {
      throw new ClassNotFoundException(name, unreadable);
    }
  }
}
