package dev.lockjaw.process;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a child JVM runs.
 *
 * @param mainClass its full name
 * @param arguments for {@code main}, after the path of the black box
 * @param classPath as {@code java -cp} takes it, absolute
 * @param jvmOptions in addition to those that {@link ChildJvm} always sets
 * @param environment added to this process's own
 */
public record Launch(
    String mainClass,
    List<String> arguments,
    String classPath,
    List<String> jvmOptions,
    Map<String, String> environment) {

  /** On this JVM's class path, with no options and no added environment. */
  public static Launch of(Class<?> main, String... arguments) {
    return new Launch(
        main.getName(), List.of(arguments), ClassPath.ofThisJvm(), List.of(), Map.of());
  }

  public Launch withJvmOptions(List<String> options) {
    return new Launch(mainClass, arguments, classPath, options, environment);
  }

  /** With more entries at the end of the class path. */
  public Launch withPaths(List<Path> more) {
    String all =
        Stream.concat(
                Stream.of(classPath), more.stream().map(path -> path.toAbsolutePath().toString()))
            .collect(Collectors.joining(File.pathSeparator));
    return new Launch(mainClass, arguments, all, jvmOptions, environment);
  }
}
