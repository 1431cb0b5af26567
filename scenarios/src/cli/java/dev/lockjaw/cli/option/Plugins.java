package dev.lockjaw.cli.option;

import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.process.PluginLoader;
import dev.lockjaw.reports.format.ReportFormat;
import dev.lockjaw.reports.format.ReportFormats;
import dev.lockjaw.result.MalformedTokenException;
import dev.lockjaw.result.Token;
import dev.lockjaw.run.PluginException;
import dev.lockjaw.run.Registry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/**
 * What the jars and class folders that {@code --plugin} names bring, with what Lockjaw has itself:
 * strategies, session adapters, scenarios, transports, oracles and report formats. They are loaded
 * before the command line is parsed, since it may name what they bring.
 *
 * @param registry everything that can be run
 * @param formats the files that a run leaves besides its results
 * @param unwoven what cannot be woven of the classes that {@code --weave} names, or of the lock
 *     strategies of plug-ins if it names none, with the reason
 */
public record Plugins(Registry registry, List<ReportFormat> formats, List<String> unwoven) {
  static final String OPTION = "--plugin";

  /**
   * Everything there is, with the plug-ins that a command line names.
   *
   * @throws UsageException if a plug-in is missing or unusable
   */
  public static Plugins of(Path directory, String... args) {
    named(args).forEach(path -> requireUsable(directory, path));
    List<Path> paths = paths(directory, args);
    ClassLoader own = Plugins.class.getClassLoader();
    // never closed: it loads classes for as long as the command runs
    ClassLoader loader = PluginLoader.of(paths, own);
    try {
      List<ReportFormat> formats = ReportFormats.load(loader);
      Registry registry = Registry.load(loader);
      if (loader != own && !brings(registry, formats, own)) {
        throw new UsageException(nothing(named(args)));
      }
      List<String> patterns =
          GivenOptions.values(WeaveOption.NAME, args).stream().flatMap(Plugins::each).toList();
      if (patterns.isEmpty() && (loader == own || replaysUnwoven(args))) {
        return new Plugins(registry, formats, List.of());
      }
      PluginWeaving woven =
          patterns.isEmpty()
              ? PluginWeaving.ofStrategies(registry, paths, loader)
              : PluginWeaving.of(registry, patterns, paths, loader);
      return new Plugins(woven.registry(), formats, woven.leftOut());
    } catch (PluginException wrong) {
      throw new UsageException(wrong.getMessage());
    }
  }

  /** Whether a command line names a token of a cell that was not woven. */
  private static boolean replaysUnwoven(String... args) {
    return Stream.of(args).anyMatch(Plugins::isUnwovenToken);
  }

  private static boolean isUnwovenToken(String arg) {
    try {
      return !Token.parse(arg).woven();
    } catch (MalformedTokenException other) {
      return false;
    }
  }

  /** Whether anything was loaded from elsewhere than Lockjaw's own class path. */
  private static boolean brings(Registry registry, List<ReportFormat> formats, ClassLoader own) {
    return Stream.of(
            registry.scenarios(),
            registry.strategies(),
            registry.transports(),
            registry.oracles(),
            formats)
        .flatMap(List::stream)
        .anyMatch(one -> one.getClass().getClassLoader() != own);
  }

  private static String nothing(List<String> paths) {
    return OPTION
        + " '"
        + String.join("', '", paths)
        + "' brings nothing to run: no file of META-INF/services in it names a strategy, a session"
        + " adapter, a scenario, a transport, an oracle or a report format";
  }

  /** The jars and class folders that a command line names, with the jars in such folders. */
  public static List<Path> paths(Path directory, String... args) {
    return named(args).stream().map(directory::resolve).flatMap(Plugins::withJars).toList();
  }

  private static Stream<Path> withJars(Path path) {
    if (!Files.isDirectory(path)) {
      return Stream.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      List<Path> jars = files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
      return Stream.concat(Stream.of(path), jars.stream());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static List<String> named(String... args) {
    return GivenOptions.values(OPTION, args).stream().flatMap(Plugins::each).toList();
  }

  /** The paths that one {@code --plugin} names. */
  static Stream<String> each(String value) {
    return Stream.of(value.split(",", -1));
  }

  private static void requireUsable(Path directory, String path) {
    Path file = directory.resolve(path);
    if (path.isBlank() || !Files.exists(file)) {
      throw new UsageException(
          OPTION + " '" + path + "' does not exist; name jars or class folders");
    }
    if (!Files.isDirectory(file)) {
      try (ZipFile jar = new ZipFile(file.toFile())) {
        jar.size();
      } catch (IOException unreadable) {
        throw new UsageException(
            OPTION + " '" + path + "' is not a jar: " + unreadable.getMessage());
      }
    }
  }
}
