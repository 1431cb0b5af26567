package dev.lockjaw.watch.jvm;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import dev.lockjaw.watch.agent.WatchAgent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Loads the agent into a JVM that runs. */
public final class JvmAttach {
  private JvmAttach() {}

  /** The JVM can't be watched. The message is one line for a person. */
  public static final class AttachRefusedException extends Exception {
    private static final long serialVersionUID = 1L;

    AttachRefusedException(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /**
   * Loads the agent. Returns once it records.
   *
   * @param jar of {@link AgentJar}
   * @param logs the folder for the log
   * @throws AttachRefusedException if there is no such JVM, or it allows no agent
   */
  public static void attach(long pid, Path jar, Path logs) throws AttachRefusedException {
    if (ProcessHandle.of(pid).isEmpty()) {
      throw new AttachRefusedException("there is no process " + pid, null);
    }
    if (!isJvm(pid)) { // asking would send it a signal
      throw new AttachRefusedException("process " + pid + " is no JVM", null);
    }
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        machine.loadAgent(jar.toString(), WatchAgent.FOLLOWED + logs);
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException | IOException refused) {
      throw new AttachRefusedException(
          "the JVM "
              + pid
              + " can't be attached to: "
              + (isOfOther(pid)
                  ? "it belongs to another user"
                  : "it refuses that (-XX:+DisableAttachMechanism); start it with"
                      + " -javaagent:lockjaw-watch.jar"),
          refused);
    } catch (AgentLoadException | AgentInitializationException refused) {
      throw new AttachRefusedException(
          "the JVM "
              + pid
              + " loads no agent while it runs (-XX:-EnableDynamicAgentLoading): start it with"
              + " -javaagent:lockjaw-watch.jar",
          refused);
    }
  }

  /** Whether a process is a JVM; true if that can't be seen. */
  private static boolean isJvm(long pid) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), "maps")).contains("/libjvm.so");
    } catch (IOException unknown) {
      return true;
    }
  }

  private static boolean isOfOther(long pid) {
    String own = System.getProperty("user.name");
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().user())
        .filter(user -> !user.equals(own))
        .isPresent();
  }
}
