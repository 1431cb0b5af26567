package dev.lockjaw.weave;

import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What is woven of plug-ins, so that another JVM can weave the same.
 *
 * @param patterns as in a {@link Scope}
 * @param jars the beginning of the address of each class in a jar of the user's
 */
public record PluginWeave(List<String> patterns, List<String> jars) implements Serializable {
  /** Nothing. */
  public static final PluginWeave NONE = new PluginWeave(List.of(), List.of());

  public PluginWeave {
    patterns = List.copyOf(patterns);
    jars = List.copyOf(jars);
  }

  /**
   * @param plugins jars and class folders
   */
  public static PluginWeave of(List<String> patterns, List<Path> plugins) {
    return new PluginWeave(
        patterns,
        plugins.stream()
            .filter(Files::isRegularFile)
            .map(jar -> "jar:" + jar.toAbsolutePath().toUri() + "!/")
            .toList());
  }

  public boolean isEmpty() {
    return patterns.isEmpty();
  }

  /**
   * The woven copy of an object; the object itself if nothing is woven.
   *
   * @throws UnwovenException if there is none
   */
  public Object copy(Object original) {
    return isEmpty()
        ? original
        : Copies.of(original, WeavingLoader.of(this, original.getClass().getClassLoader()));
  }
}
