package dev.lockjaw.cli.watch;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.watch.jvm.AgentJar;
import dev.lockjaw.watch.jvm.JavaLaunch;
import dev.lockjaw.watch.jvm.JvmAttach;
import dev.lockjaw.watch.jvm.JvmAttach.AttachRefusedException;
import dev.lockjaw.watch.nativ.NativeLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How a watched run begins: a JVM or another program is started, or a JVM is attached to. */
@FunctionalInterface
interface Beginning {
  /** The folder of the log, for what is preloaded. */
  String FOLDER = "LOCKJAW_WATCH_DIR";

  /**
   * Begins the run.
   *
   * @param logs the folder for the logs
   */
  WatchedSubject begin(Path logs) throws IOException;

  /** Starts a program: the agent watches {@code java}, the preloaded library all others. */
  static Beginning of(Context context, List<String> program) {
    return JavaLaunch.isJava(program.get(0))
        ? logs -> start(context, javaProgram(program, logs), program.get(0))
        : logs -> start(context, nativeProgram(program, logs), program.get(0));
  }

  private static ProcessBuilder javaProgram(List<String> program, Path logs) throws IOException {
    return new ProcessBuilder(new JavaLaunch(agent(logs), logs).command(program));
  }

  private static ProcessBuilder nativeProgram(List<String> program, Path logs) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program);
    Map<String, String> environment = builder.environment();
    Map<String, String> own = System.getenv();
    Path library =
        NativeLibrary.compiled(
            NativeLibrary.customaryCache(own), NativeLibrary.customaryCompiler(own));
    environment.merge("LD_PRELOAD", library.toString(), (other, ours) -> ours + ':' + other);
    environment.put(FOLDER, logs.toString());
    return builder;
  }

  private static WatchedSubject start(Context context, ProcessBuilder builder, String name) {
    builder.inheritIO().directory(context.directory().toAbsolutePath().toFile());
    try {
      return WatchedSubject.started(builder.start());
    } catch (IOException refused) {
      throw new ToolException(name + " can't be started: " + refused.getMessage());
    }
  }

  /** Attaches to a JVM that runs. */
  static Beginning attached(long pid) {
    return logs -> {
      try {
        JvmAttach.attach(pid, agent(logs), logs);
      } catch (AttachRefusedException refused) {
        throw new ToolException(refused.getMessage());
      }
      return new WatchedSubject(ProcessHandle.of(pid).orElseThrow(), Optional.empty());
    };
  }

  private static Path agent(Path logs) throws IOException {
    Path jar = logs.resolve("lockjaw-watch.jar");
    AgentJar.write(jar);
    return jar;
  }
}
