package dev.lockjaw.watch.agent;

import static org.objectweb.asm.Opcodes.ALOAD;
import static org.objectweb.asm.Opcodes.ARETURN;
import static org.objectweb.asm.Opcodes.DUP;
import static org.objectweb.asm.Opcodes.GETFIELD;
import static org.objectweb.asm.Opcodes.IRETURN;
import static org.objectweb.asm.Opcodes.RETURN;

import dev.lockjaw.watch.hook.HandOvers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.objectweb.asm.Type;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.FieldInsnNode;
import org.objectweb.asm.tree.InsnList;
import org.objectweb.asm.tree.InsnNode;
import org.objectweb.asm.tree.MethodNode;
import org.objectweb.asm.tree.VarInsnNode;

/**
 * The methods of the JDK's executors, futures and queues at which one thread hands something to
 * another. Nothing else is woven into these classes: their locks are their own.
 */
final class HandOverPoints {
  private static final String HOOKS = Type.getInternalName(HandOvers.class);
  private static final String JUC = "java/util/concurrent/";
  private static final String TIMED = "JLjava/util/concurrent/TimeUnit;";

  /**
   * @param atEnd whether at the normal end of the method, rather than at its beginning
   * @param variable the local variable that has the thing; -1 if it is the result, -2 if it is the
   *     future that a completion waits for
   */
  private record Point(boolean atEnd, int variable, String hook) {}

  private static final int RESULT = -1;
  private static final int SOURCE = -2;

  private static final Point TAKES_THIS = new Point(false, 0, "take");
  private static final Point HANDS_THIS = new Point(false, 0, "hand");
  private static final Point AT_END_TAKES_THIS = new Point(true, 0, "take");
  private static final Point AT_END_HANDS_THIS = new Point(true, 0, "hand");
  private static final Point HANDS_ARGUMENT = new Point(false, 1, "hand");
  private static final Point TAKES_SECOND_ARGUMENT = new Point(false, 2, "take");
  private static final Point TAKES_RESULT = new Point(true, RESULT, "take");
  private static final Point TAKES_SOURCE = new Point(false, SOURCE, "take");

  private static final List<String> QUEUES =
      List.of(
          "LinkedBlockingQueue",
          "ArrayBlockingQueue",
          "LinkedBlockingDeque",
          "PriorityBlockingQueue",
          "ConcurrentLinkedQueue",
          "SynchronousQueue",
          "LinkedTransferQueue");

  private static final Map<String, Map<String, List<Point>>> POINTS = points();

  private HandOverPoints() {}

  private static Map<String, Map<String, List<Point>>> points() {
    Map<String, Map<String, List<Point>>> points = new HashMap<>();
    String task = "(Ljava/lang/Runnable;)V";
    add(points, "ThreadPoolExecutor", "execute" + task, HANDS_ARGUMENT);
    add(
        points,
        "ThreadPoolExecutor",
        "beforeExecute(Ljava/lang/Thread;Ljava/lang/Runnable;)V",
        TAKES_SECOND_ARGUMENT);
    add(points, "FutureTask", "<init>(Ljava/util/concurrent/Callable;)V", AT_END_HANDS_THIS);
    add(points, "FutureTask", "<init>(Ljava/lang/Runnable;Ljava/lang/Object;)V", AT_END_HANDS_THIS);
    add(points, "FutureTask", "run()V", TAKES_THIS);
    add(points, "FutureTask", "set(Ljava/lang/Object;)V", HANDS_THIS);
    add(points, "FutureTask", "setException(Ljava/lang/Throwable;)V", HANDS_THIS);
    futures(points, "FutureTask");
    futures(points, "CompletableFuture");
    add(points, "CompletableFuture", "join()Ljava/lang/Object;", AT_END_TAKES_THIS);
    for (String completes :
        List.of(
            "internalComplete(Ljava/lang/Object;)Z",
            "completeNull()Z",
            "completeValue(Ljava/lang/Object;)Z",
            "completeThrowable(Ljava/lang/Throwable;)Z",
            "completeThrowable(Ljava/lang/Throwable;Ljava/lang/Object;)Z",
            "completeRelay(Ljava/lang/Object;)Z")) {
      add(points, "CompletableFuture", completes, HANDS_THIS);
    }
    stages(points);
    add(points, "CompletableFuture$AsyncRun", "run()V", TAKES_THIS);
    add(points, "CompletableFuture$AsyncSupply", "run()V", TAKES_THIS);
    add(points, "CompletableFuture$Completion", "exec()Z", TAKES_THIS);
    add(points, "CompletableFuture$Completion", "run()V", TAKES_THIS);
    add(points, "ForkJoinPool", "execute" + task, HANDS_ARGUMENT);
    add(points, "ForkJoinTask", "fork()Ljava/util/concurrent/ForkJoinTask;", HANDS_THIS);
    add(points, "ForkJoinTask", "join()Ljava/lang/Object;", AT_END_TAKES_THIS);
    futures(points, "ForkJoinTask");
    for (String exec : List.of("RecursiveTask", "RecursiveAction")) {
      add(points, exec, "exec()Z", TAKES_THIS, AT_END_HANDS_THIS);
    }
    for (String queue : QUEUES) {
      add(points, queue, "put(Ljava/lang/Object;)V", HANDS_ARGUMENT);
      add(points, queue, "offer(Ljava/lang/Object;)Z", HANDS_ARGUMENT);
      add(points, queue, "offer(Ljava/lang/Object;" + TIMED + ")Z", HANDS_ARGUMENT);
      add(points, queue, "take()Ljava/lang/Object;", TAKES_RESULT);
      add(points, queue, "poll()Ljava/lang/Object;", TAKES_RESULT);
      add(points, queue, "poll(" + TIMED + ")Ljava/lang/Object;", TAKES_RESULT);
    }
    return points;
  }

  /** Where a thread goes on with the result of a stage, because it is there already. */
  private static void stages(Map<String, Map<String, List<Point>>> points) {
    String stage = "Ljava/util/concurrent/CompletableFuture;";
    String now = "Now(Ljava/lang/Object;Ljava/util/concurrent/Executor;";
    String later = "Stage(Ljava/util/concurrent/Executor;";
    String function = "Ljava/util/function/Function;)" + stage;
    String bifunction = "Ljava/util/function/BiFunction;)" + stage;
    for (String method :
        List.of(
            "uniApply" + now + function,
            "uniAccept" + now + "Ljava/util/function/Consumer;)" + stage,
            "uniRun" + now + "Ljava/lang/Runnable;)" + stage,
            "uniHandle" + later + bifunction,
            "uniCompose" + later + function,
            "uniExceptionally" + later + function,
            "uniWhenComplete" + later + "Ljava/util/function/BiConsumer;)" + stage)) {
      add(points, "CompletableFuture", method, TAKES_THIS);
    }
    for (String completion :
        List.of("Apply", "Accept", "Run", "Handle", "Compose", "Exceptionally", "WhenComplete")) {
      add(points, "CompletableFuture$Uni" + completion, "tryFire(I)" + stage, TAKES_SOURCE);
    }
  }

  private static void futures(Map<String, Map<String, List<Point>>> points, String type) {
    add(points, type, "get()Ljava/lang/Object;", AT_END_TAKES_THIS);
    add(points, type, "get(" + TIMED + ")Ljava/lang/Object;", AT_END_TAKES_THIS);
  }

  private static void add(
      Map<String, Map<String, List<Point>>> points, String type, String method, Point... all) {
    points.computeIfAbsent(JUC + type, name -> new HashMap<>()).put(method, List.of(all));
  }

  /** Whether a class, in internal form, has such methods. */
  static boolean include(String type) {
    return POINTS.containsKey(type);
  }

  /** Weaves one method. Returns whether there was anything to weave. */
  static boolean weave(ClassNode type, MethodNode method) {
    List<Point> points =
        POINTS.getOrDefault(type.name, Map.of()).getOrDefault(method.name + method.desc, List.of());
    for (Point point : points) {
      if (point.atEnd()) {
        for (AbstractInsnNode at : method.instructions.toArray()) {
          if (at.getOpcode() >= IRETURN && at.getOpcode() <= RETURN) {
            method.instructions.insertBefore(at, call(point, at.getOpcode() == ARETURN));
          }
        }
      } else {
        method.instructions.insert(call(point, false));
      }
    }
    return !points.isEmpty();
  }

  private static InsnList call(Point point, boolean result) {
    InsnList call = new InsnList();
    if (point.variable() == RESULT && result) {
      call.add(new InsnNode(DUP));
    } else {
      call.add(new VarInsnNode(ALOAD, Math.max(0, point.variable())));
    }
    if (point.variable() == SOURCE) {
      String stage = JUC + "CompletableFuture";
      call.add(new FieldInsnNode(GETFIELD, stage + "$UniCompletion", "src", 'L' + stage + ';'));
    }
    call.add(CallSites.hook(HOOKS, point.hook(), "(Ljava/lang/Object;)V"));
    return call;
  }
}
