package dev.lockjaw.cli.option;

import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.input.Near;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.process.PluginLoader;
import dev.lockjaw.run.Registry;
import dev.lockjaw.weave.PluginWeave;
import dev.lockjaw.weave.Scope;
import dev.lockjaw.weave.UnwovenException;
import dev.lockjaw.weave.WeavingLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Weaves what plug-ins bring.
 *
 * @param registry with woven copies of the plug-ins' sessions and strategies
 * @param leftOut what cannot be woven of the classes that are named, each with the reason
 */
record PluginWeaving(Registry registry, List<String> leftOut) {
  /**
   * @param loader of the plug-ins
   * @throws UsageException if a pattern matches no class of theirs, or nothing can be woven
   */
  static PluginWeaving of(
      Registry registry, List<String> patterns, List<Path> plugins, ClassLoader loader) {
    if (plugins.isEmpty()) {
      throw new UsageException(
          WeaveOption.NAME + " needs " + Plugins.OPTION + ", whose classes it weaves");
    }
    Set<String> classes = new TreeSet<>();
    plugins.forEach(plugin -> classes.addAll(classes(plugin)));
    patterns.forEach(pattern -> requireMatch(pattern, classes));
    PluginWeave weave = PluginWeave.of(patterns, plugins);
    List<Locking> strategies = new ArrayList<>();
    boolean any = false;
    for (Locking strategy : registry.strategies()) {
      boolean own = strategy.getClass().getClassLoader() == loader;
      any |= own;
      strategies.add(own ? copy(strategy, weave) : strategy);
    }
    if (!any) {
      throw new UsageException(
          Plugins.OPTION
              + " brings no session and no strategy that "
              + WeaveOption.NAME
              + " could weave");
    }
    return new PluginWeaving(
        registry.withStrategies(strategies), leftOut(WeavingLoader.of(weave, loader), classes));
  }

  /**
   * Weaves the lock strategies of plug-ins, each with the classes nested in it, and nothing else.
   * So what they share without a scheduling point is seen.
   *
   * @param loader of the plug-ins
   */
  static PluginWeaving ofStrategies(Registry registry, List<Path> plugins, ClassLoader loader) {
    List<Locking> own =
        registry.strategies().stream()
            .filter(one -> one instanceof LockStrategy)
            .filter(one -> one.getClass().getClassLoader() == loader)
            .filter(one -> !Scope.never(one.getClass().getName()))
            .toList();
    if (own.isEmpty()) {
      return new PluginWeaving(registry, List.of());
    }
    List<String> types = own.stream().map(PluginWeaving::outermost).distinct().toList();
    PluginWeave weave = PluginWeave.of(types, plugins);
    List<String> leftOut = new ArrayList<>();
    List<Locking> strategies =
        registry.strategies().stream()
            .map(one -> own.contains(one) ? copyIfAble(one, weave, leftOut) : one)
            .toList();
    return new PluginWeaving(registry.withStrategies(strategies), leftOut);
  }

  private static String outermost(Object strategy) {
    return strategy.getClass().getName().replaceFirst("\\$.*", "");
  }

  private static Locking copyIfAble(Locking strategy, PluginWeave weave, List<String> leftOut) {
    try {
      return (Locking) weave.copy(strategy);
    } catch (UnwovenException unable) {
      leftOut.add("strategy " + strategy.id() + ": " + unable.getMessage());
      return strategy;
    }
  }

  private static Locking copy(Locking strategy, PluginWeave weave) {
    try {
      return (Locking) weave.copy(strategy);
    } catch (UnwovenException unable) {
      throw new UsageException(WeaveOption.NAME + " fails: " + unable.getMessage());
    }
  }

  private static void requireMatch(String pattern, Set<String> classes) {
    Scope scope = new Scope(List.of(pattern));
    if (pattern.isBlank() || classes.stream().noneMatch(scope::includes)) {
      throw new UsageException(
          WeaveOption.NAME
              + " '"
              + pattern
              + "' matches no class of "
              + Plugins.OPTION
              + Near.clause(pattern.replaceFirst("\\.\\.$", ""), scope.seen()));
    }
  }

  private static List<String> leftOut(WeavingLoader loader, Set<String> classes) {
    for (String name : classes) {
      if (loader.scope().includes(name)) {
        try {
          Class.forName(name, false, loader);
        } catch (ClassNotFoundException | LinkageError unused) {
          // lacks what it refers to, so that no session can use it either
        }
      }
    }
    return loader.leftOut();
  }

  /** The names of the classes in a jar or folder. */
  private static List<String> classes(Path plugin) {
    return PluginLoader.files(plugin).stream()
        .filter(name -> name.endsWith(".class") && !name.startsWith("META-INF"))
        .map(PluginWeaving::type)
        .toList();
  }

  private static String type(String file) {
    return file.substring(0, file.length() - ".class".length()).replaceAll("[/\\\\]", ".");
  }
}
