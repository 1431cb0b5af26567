package dev.lockjaw.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a child JVM is to run.
 *
 * @param classPath as {@code java -cp} takes it, absolute
 * @param jvmOptions besides those that keep its traces together
 * @param environment added to this process's own
 */
public record Launch(
    String mainClass,
    List<String> arguments,
    String classPath,
    List<String> jvmOptions,
    Map<String, String> environment) {

  /** On this JVM's class path, with nothing else of note. */
  public static Launch of(Class<?> main, String... arguments) {
    return new Launch(
        main.getName(), List.of(arguments), ClassPath.ofThisJvm(), List.of(), Map.of());
  }

  public Launch withJvmOptions(List<String> options) {
    return new Launch(mainClass, arguments, classPath, options, environment);
  }

  /** With more after what is on the class path. */
  public Launch withPaths(List<Path> more) {
    String all =
        Stream.concat(
                Stream.of(classPath), more.stream().map(path -> path.toAbsolutePath().toString()))
            .collect(Collectors.joining(File.pathSeparator));
    return new Launch(mainClass, arguments, all, jvmOptions, environment);
  }
}
