package dev.lockjaw.process;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Class paths that mean the same in every working directory. */
public final class ClassPath {
  private ClassPath() {}

  /** This JVM's own. */
  public static String ofThisJvm() {
    return absolute(System.getProperty("java.class.path"));
  }

  static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }
}
