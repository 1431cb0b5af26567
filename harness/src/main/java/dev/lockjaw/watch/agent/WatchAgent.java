package dev.lockjaw.watch.agent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/**
 * The agent's entry. It defines the hooks in the boot loader and starts the rest in a class loader
 * of its own. If that fails, it prints one line, and the program runs unwatched.
 */
public final class WatchAgent {
  /** Where the log goes, unless the agent's argument says so. */
  public static final String FOLDER = "LOCKJAW_WATCH_DIR";

  private WatchAgent() {}

  /** Starts the agent with the program. */
  public static void premain(String argument, Instrumentation instrumentation) {
    start(argument, instrumentation);
  }

  /** Starts the agent in a program that runs. */
  public static void agentmain(String argument, Instrumentation instrumentation) {
    start(argument, instrumentation);
  }

  private static void start(String argument, Instrumentation instrumentation) {
    try {
      String folder = argument == null || argument.isEmpty() ? System.getenv(FOLDER) : argument;
      if (folder == null) {
        System.err.println(
            "lockjaw: nothing is recorded: give the agent a folder, as in"
                + " -javaagent:lockjaw-watch.jar=FOLDER, or set "
                + FOLDER);
        return;
      }
      Path jar =
          Path.of(WatchAgent.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      BootHooks.define(jar, instrumentation);
      Class.forName("dev.lockjaw.watch.agent.Recording", true, new AgentLoader(jar))
          .getMethod("start", String.class, Instrumentation.class)
          .invoke(null, folder, instrumentation);
    } catch (Exception | LinkageError failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      System.err.println("lockjaw: nothing is recorded: " + cause);
    }
  }
}
