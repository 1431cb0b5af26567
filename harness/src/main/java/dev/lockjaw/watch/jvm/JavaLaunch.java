package dev.lockjaw.watch.jvm;

import dev.lockjaw.watch.agent.WatchAgent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How a program is started so that its JVMs are watched. If the program is {@code java} itself, the
 * agent is an argument of its own, and nothing else changes. Any other program may be a script that
 * starts {@code java}: there the launcher reads the agent from {@value #OPTIONS}, which it mentions
 * on standard error.
 */
public final class JavaLaunch {
  /** The environment variable with options for each {@code java} launcher. */
  static final String OPTIONS = "JDK_JAVA_OPTIONS";

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

  private String agent() {
    return "-javaagent:" + jar + '=' + logs;
  }

  /** The command of a {@code java} program, with the agent. */
  public List<String> command(List<String> program) {
    List<String> command = new ArrayList<>(program);
    command.add(1, agent());
    return command;
  }

  /** Makes every {@code java} that a program starts load the agent. */
  public void inherit(Map<String, String> environment) {
    environment.put(WatchAgent.FOLDER, logs.toString());
    String quoted = '"' + agent() + '"'; // a path may have blanks
    environment.merge(OPTIONS, quoted, (others, own) -> others + ' ' + own);
  }
}
