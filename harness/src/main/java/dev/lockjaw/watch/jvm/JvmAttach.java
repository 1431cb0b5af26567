package dev.lockjaw.watch.jvm;

import com.sun.tools.attach.AgentInitializationException;
import com.sun.tools.attach.AgentLoadException;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import java.io.IOException;
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
    try {
      VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
      try {
        machine.loadAgent(jar.toString(), logs.toString());
      } finally {
        machine.detach();
      }
    } catch (AttachNotSupportedException | IOException refused) {
      throw new AttachRefusedException(
          "process "
              + pid
              + " can't be attached to: it is no JVM, belongs to another user, or runs with"
              + " -XX:+DisableAttachMechanism",
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
}
