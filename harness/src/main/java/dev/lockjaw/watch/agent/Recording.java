package dev.lockjaw.watch.agent;

import dev.lockjaw.watch.hook.HookClasses;
import dev.lockjaw.watch.hook.Waiters;
import dev.lockjaw.watch.hook.WatchLog;
import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts the recording in this program. */
public final class Recording {
  private Recording() {}

  /**
   * Opens the log, and weaves the classes that are loaded and those to come.
   *
   * @param followed whether the log is read meanwhile; if not, the program says at its end where it
   *     is
   * @throws IOException if the log can't be written
   */
  public static void start(String folder, boolean followed, Instrumentation instrumentation)
      throws IOException {
    Module hooks = WatchLog.class.getModule();
    instrumentation.redefineModule(
        Object.class.getModule(),
        Set.of(),
        Map.of(),
        Map.of("java.util.concurrent.locks", Set.of(hooks)),
        Set.of(),
        Map.of());
    HookClasses.load();
    String program = System.getProperty("sun.java.command", "java");
    if (!WatchLog.open(Path.of(folder), program.split(" ", 2)[0])) {
      return;
    }
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> end(folder, followed), "lockjaw-watch-end"));
    Waiters.start();
    WatchedClasses.includes(null, ""); // initialised before a class is loaded in the transformer
    RecordingTransformer transformer = new RecordingTransformer();
    instrumentation.addTransformer(transformer, true);
    weaveLoaded(instrumentation);
  }

  private static void end(String folder, boolean followed) {
    WatchLog.ended();
    if (!followed) {
      System.err.println(
          "lockjaw: the record is in "
              + folder
              + "; judge it with: lockjaw watch --logs "
              + folder);
    }
  }

  /** Weaves what is loaded already; class by class if one of them can't be. */
  private static void weaveLoaded(Instrumentation instrumentation) {
    List<Class<?>> loaded = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (!type.isArray()
          && !type.isHidden()
          && instrumentation.isModifiableClass(type)
          && WatchedClasses.includes(type.getClassLoader(), type.getName().replace('.', '/'))) {
        loaded.add(type);
      }
    }
    for (Class<?> type : loaded) {
      try {
        instrumentation.retransformClasses(type);
      } catch (UnmodifiableClassException | RuntimeException | LinkageError unable) {
        WatchLog.notWoven(type.getName(), unable);
      }
    }
  }
}
