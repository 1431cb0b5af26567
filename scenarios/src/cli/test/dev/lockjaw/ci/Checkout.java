package dev.lockjaw.ci;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;

/**
 * A directory such as a CI server checks out and builds: the launcher as it is in the repository,
 * and a jar for it that stands for what the tests run with.
 */
final class Checkout {
  private static final Path REPOSITORY = Path.of("../../..").toAbsolutePath().normalize();

  private final Path directory;

  /** What a command came to. */
  record Outcome(int code, String output) {}

  Checkout(Path directory) throws IOException {
    this.directory = directory;
    Path scripts = Files.createDirectories(directory.resolve("scripts"));
    Files.copy(
        REPOSITORY.resolve("scripts/lockjaw"),
        scripts.resolve("lockjaw"),
        StandardCopyOption.COPY_ATTRIBUTES);
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, "dev.lockjaw.cli.Main");
    main.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    Path target = Files.createDirectories(directory.resolve("scenarios/src/cli/target"));
    try (OutputStream file = Files.newOutputStream(target.resolve("lockjaw.jar"));
        JarOutputStream jar = new JarOutputStream(file, manifest)) {
      jar.finish();
    }
  }

  /** One of the recipes. */
  static Path recipe(String name) {
    return REPOSITORY.resolve("scripts/ci").resolve(name);
  }

  Path directory() {
    return directory;
  }

  /** Runs a shell script as a CI server does, with those variables added to the environment. */
  Outcome run(String script, Map<String, String> environment) throws Exception {
    Path log = Files.createTempFile(directory, "output", ".txt");
    ProcessBuilder builder = new ProcessBuilder("bash", "-e", "-o", "pipefail", "-c", script);
    builder.directory(directory.toFile());
    builder.environment().putAll(environment);
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.redirectErrorStream(true).redirectOutput(log.toFile());
    Process process = builder.start();
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new AssertionError("still running: " + script);
    }
    return new Outcome(process.exitValue(), Files.readString(log));
  }
}
