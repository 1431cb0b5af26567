package dev.lockjaw.watch.jvm;

import dev.lockjaw.watch.agent.WatchAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How a {@code java} program is started so that it is watched: the agent is one more argument. The
 * environment variable {@code JDK_JAVA_OPTIONS} would reach the JVMs that the program starts, too,
 * but each would mention it on standard error, and their logs would add to the program's.
 */
public final class JavaLaunch {
  private final Path jar;
  private final Path logs;

  /**
   * @param jar of {@link AgentJar}
   * @param logs the folder for the logs
   */
  public JavaLaunch(Path jar, Path logs) {
    this.jar = jar;
    this.logs = logs;
  }

  /** Whether a program is the launcher of a JVM, by its name. */
  public static boolean isJava(String program) {
    String name = String.valueOf(Path.of(program).getFileName());
    return name.equals("java") || name.equals("java.exe");
  }

  /** The command, with the agent. */
  public List<String> command(List<String> program) {
    List<String> command = new ArrayList<>(program);
    command.add(1, "-javaagent:" + jar + '=' + WatchAgent.FOLLOWED + logs);
    return command;
  }
}
