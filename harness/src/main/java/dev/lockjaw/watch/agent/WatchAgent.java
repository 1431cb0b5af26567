package dev.lockjaw.watch.agent;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The agent's entry. It defines the hooks in the boot loader and starts the rest in a class loader
 * of its own. If that fails, it prints one line, and the program runs unwatched.
 */
public final class WatchAgent {
  /** Where the log goes, unless the agent's argument says so. */
  public static final String FOLDER = "LOCKJAW_WATCH_DIR";

  /** The agent's argument begins so if the command {@code watch} reads the log meanwhile. */
  public static final String FOLLOWED = "followed:";

  /** A file that only the agent's jar has. */
  private static final String HOOKS = BootHooks.FOLDER + "dev/lockjaw/watch/hook/CallHooks.class";

  private WatchAgent() {}

  /** Starts the agent with the program. */
  public static void premain(String argument, Instrumentation instrumentation) {
    start(argument, instrumentation);
  }

  /** Starts the agent in a program that runs. */
  public static void agentmain(String argument, Instrumentation instrumentation) {
    start(argument, instrumentation);
  }

  /** The agent's jar. This class may come from elsewhere: a program may have Lockjaw itself. */
  private static Path jar() throws IOException, URISyntaxException {
    URL hooks = ClassLoader.getSystemResource(HOOKS);
    return Path.of(((JarURLConnection) hooks.openConnection()).getJarFileURL().toURI());
  }

  private static String folder(String argument) throws IOException {
    if (argument != null && !argument.isEmpty()) {
      return argument;
    }
    String set = System.getenv(FOLDER);
    return set != null ? set : Files.createTempDirectory("lockjaw-watch-").toString();
  }

  private static void start(String argument, Instrumentation instrumentation) {
    try {
      boolean followed = argument != null && argument.startsWith(FOLLOWED);
      String folder = followed ? argument.substring(FOLLOWED.length()) : folder(argument);
      Path jar = jar();
      BootHooks.define(jar, instrumentation);
      Class.forName("dev.lockjaw.watch.agent.Recording", true, new AgentLoader(jar))
          .getMethod("start", String.class, boolean.class, Instrumentation.class)
          .invoke(null, folder, followed, instrumentation);
    } catch (Exception | LinkageError failed) {
      Throwable cause = failed.getCause() == null ? failed : failed.getCause();
      System.err.println("lockjaw: nothing is recorded: " + cause);
    }
  }
}
