package dev.lockjaw.weave;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.LineNumberNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * Calls of the JDK that wait, start threads or draw by chance, and of which a run knows nothing.
 */
final class Unmodelled {
  private static final String WAITS = "a thread that waits there is recognised after a while";
  private static final String STARTS = "its threads do not belong to the run";
  private static final String DRAWS = "what it draws differs from run to run";
  private static final String REAL = "its connections are real, and its threads its own";
  private static final Map<String, String> CALLS = new HashMap<>();

  /** What is modelled where a run has a network of its own. */
  private static final Map<String, String> NETWORK =
      Map.of(
          "java/nio/channels/Selector.select",
          WAITS + ", unless the selector is one for Opening.channel()",
          "java/net/ServerSocket.accept",
          WAITS);

  static {
    say(REAL, "java/net/http/HttpClient", "send", "sendAsync");
    say(REAL, "java/net/URL", "openConnection", "openStream");
    say(REAL, "java/net/URLConnection", "connect", "getInputStream", "getOutputStream");
    waits("java/net/DatagramSocket", "receive");
    waits("java/lang/Process", "waitFor");
    waits("java/io/PipedInputStream", "read");
    waits("java/io/PipedOutputStream", "write");
    waits("java/io/PipedReader", "read");
    waits("java/io/PipedWriter", "write");
    waits("java/util/concurrent/ForkJoinPool", "managedBlock");
    waits("java/util/concurrent/StructuredTaskScope", "join");
    waits("java/util/concurrent/locks/StampedLock", "asReadLock", "asWriteLock", "asReadWriteLock");
    waits(
        "java/util/concurrent/locks/AbstractQueuedSynchronizer",
        "acquire",
        "acquireInterruptibly",
        "acquireShared",
        "acquireSharedInterruptibly",
        "tryAcquireNanos",
        "tryAcquireSharedNanos");
    say(STARTS, "java/util/Collection", "parallelStream");
    say(STARTS, "java/util/stream/BaseStream", "parallel");
    say(
        STARTS,
        "java/util/concurrent/ForkJoinTask",
        "invokeAll([Ljava/util/concurrent/ForkJoinTask;)V",
        "invokeAll(Ljava/util/Collection;)Ljava/util/Collection;");
    say( // new in JDK 19 and 25
        STARTS,
        "java/util/concurrent/ForkJoinPool",
        "lazySubmit",
        "externalSubmit",
        "invokeAllUninterruptibly",
        "schedule",
        "scheduleAtFixedRate",
        "scheduleWithFixedDelay",
        "submitWithTimeout");
    say(STARTS, "java/util/concurrent/SubmissionPublisher", "submit", "offer");
    say(STARTS, "java/util/concurrent/StructuredTaskScope", "fork");
    say(DRAWS, "java/util/random/RandomGenerator", "ints", "longs", "doubles");
    say(DRAWS, "java/util/Random", "ints", "longs", "doubles");
    say(DRAWS, "java/util/concurrent/ThreadLocalRandom", "ints", "longs", "doubles");
  }

  private Unmodelled() {}

  private static void waits(String owner, String... names) {
    say(WAITS, owner, names);
  }

  private static void say(String what, String owner, String... names) {
    for (String name : names) {
      CALLS.put(owner + '.' + name, what);
    }
  }

  /**
   * What a method calls of these, a line each.
   *
   * @param network whether its runs have a network of their own
   */
  static List<String> in(MethodNode method, Hierarchy hierarchy, boolean network) {
    List<String> lines = new ArrayList<>(0);
    int line = 0;
    for (AbstractInsnNode at : method.instructions) {
      if (at instanceof LineNumberNode number) {
        line = number.line;
      } else if (at instanceof MethodInsnNode call) {
        String owner = hierarchy.declaring(call.owner, call.name + call.desc);
        String name = owner + '.' + call.name;
        String what = CALLS.getOrDefault(name, CALLS.get(name + call.desc));
        what = what == null && !network ? NETWORK.get(name) : what;
        if (what != null) {
          lines.add(
              (line > 0 ? "line " + line + " " : "")
                  + "calls "
                  + MethodCode.simple(owner)
                  + '.'
                  + call.name
                  + ", which is not modelled: "
                  + what);
        }
      }
    }
    return lines;
  }
}
