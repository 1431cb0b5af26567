package dev.lockjaw.watch.nativ;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The preloaded library. Its C sources are in the jar; they are compiled with the system's {@code
 * cc} on first use. The result is kept in a folder named by the digest of the sources.
 */
public final class NativeLibrary {
  private static final List<String> SOURCES =
      List.of("log.c", "stack.c", "lifetime.c", "locks.c", "mutex.c", "thread.c", "tls.c", "io.c");

  private static final List<String> OPTIONS =
      List.of(
          "-shared",
          "-fPIC",
          "-O2",
          "-std=gnu11",
          "-fvisibility=hidden",
          "-fexceptions",
          "-fno-omit-frame-pointer",
          "-w");

  private NativeLibrary() {}

  /**
   * The library's file, compiled if need be.
   *
   * @param cache the folder below which it is kept
   * @param compiler the command that compiles C
   * @throws NativeException if there is no compiler, or it fails
   */
  public static Path compiled(Path cache, String compiler) {
    try {
      Map<String, byte[]> sources = sources();
      Path library = cache.resolve("watch-" + digest(sources) + ".so");
      if (!Files.exists(library)) {
        Files.createDirectories(cache);
        compile(sources, library, compiler);
      }
      return library;
    } catch (IOException failed) {
      throw new NativeException("the library to preload can't be made: " + failed);
    }
  }

  /** The customary folder for what can be made again. */
  public static Path customaryCache(Map<String, String> environment) {
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    return cache.isEmpty()
        ? Path.of(System.getProperty("user.home"), ".cache", "lockjaw")
        : Path.of(cache, "lockjaw");
  }

  /** The command that compiles C: what the variable CC says, or cc. */
  public static String customaryCompiler(Map<String, String> environment) {
    String given = environment.getOrDefault("CC", "").strip();
    return given.isEmpty() ? "cc" : given;
  }

  /** Why native programs can't be watched here, as a clause; empty if they can. */
  public static Optional<String> unavailable(Path cache, String compiler) {
    try {
      compiled(cache, compiler);
      return Optional.empty();
    } catch (NativeException missing) {
      return Optional.of(missing.getMessage());
    }
  }

  private static Map<String, byte[]> sources() throws IOException {
    Map<String, byte[]> sources = new LinkedHashMap<>();
    List<String> names = new ArrayList<>(SOURCES);
    names.add("watch.h");
    for (String name : names) {
      try (InputStream source = NativeLibrary.class.getResourceAsStream(name)) {
        if (source == null) {
          throw new IOException("Lockjaw's own file " + name + " is missing");
        }
        sources.put(name, source.readAllBytes());
      }
    }
    return sources;
  }

  private static String digest(Map<String, byte[]> sources) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      sources.values().forEach(digest::update);
      digest.update((OPTIONS + System.getProperty("os.arch")).getBytes());
      return HexFormat.of().formatHex(digest.digest(), 0, 8);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static void compile(Map<String, byte[]> sources, Path library, String compiler)
      throws IOException {
    Path folder = Files.createTempDirectory(library.getParent(), "compile-");
    try {
      for (Map.Entry<String, byte[]> source : sources.entrySet()) {
        Files.write(folder.resolve(source.getKey()), source.getValue());
      }
      Path made = folder.resolve("watch.so");
      List<String> command = new ArrayList<>(List.of(compiler));
      command.addAll(OPTIONS);
      command.addAll(SOURCES);
      command.addAll(List.of("-o", made.toString(), "-ldl", "-lpthread", "-lgcc_s"));
      run(command, folder, compiler);
      Files.move(made, library, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      delete(folder);
    }
  }

  private static void run(List<String> command, Path folder, String compiler) throws IOException {
    Path output = folder.resolve("output.txt");
    Process process;
    try {
      process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
    } catch (IOException missing) {
      throw new NativeException(
          "no C compiler: '"
              + compiler
              + "' does not start; native programs need one on first use (install gcc or clang)");
    }
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new NativeException("'" + compiler + "' has not ended within 60 s");
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new NativeException("interrupted while '" + compiler + "' ran");
    }
    if (process.exitValue() != 0) {
      String first =
          Files.readAllLines(output).stream()
              .filter(line -> line.contains("error"))
              .findFirst()
              .orElse("exit code " + process.exitValue());
      throw new NativeException("'" + compiler + "' can't compile the library: " + first);
    }
  }

  private static void delete(Path folder) {
    java.io.File[] files = folder.toFile().listFiles();
    Arrays.stream(files == null ? new java.io.File[0] : files).forEach(java.io.File::delete);
    folder.toFile().delete();
  }
}
