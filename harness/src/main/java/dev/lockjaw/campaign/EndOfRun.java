package dev.lockjaw.campaign;

import dev.lockjaw.arena.ActorThread;
import dev.lockjaw.arena.Part;
import dev.lockjaw.arena.Stacks;
import dev.lockjaw.run.Cell;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Says on standard error that the JVM ends in the middle of a cell, because code that is not woven
 * calls {@code System.exit}: JUnit and Maven would not say where. {@code Runtime.halt} ends the JVM
 * before anything can be said. Any thread.
 */
final class EndOfRun {
  private static final Set<EndOfRun> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(EndOfRun::report, "lockjaw-end"));
    } catch (IllegalStateException endsAlready) {
      // there is nothing left to watch
    }
  }

  private final Cell cell;

  private EndOfRun(Cell cell) {
    this.cell = cell;
  }

  /** Watches until the cell ends. */
  static EndOfRun during(Cell cell) {
    EndOfRun watch = new EndOfRun(cell);
    RUNNING.add(watch);
    return watch;
  }

  void end() {
    RUNNING.remove(this);
  }

  private static void report() {
    for (EndOfRun watch : RUNNING) {
      Thread.getAllStackTraces().entrySet().stream()
          .filter(thread -> exits(thread.getValue()))
          .forEach(thread -> report(watch.cell, thread));
    }
  }

  /** A signal from outside ends the JVM by way of {@code Shutdown} alone. */
  private static boolean exits(StackTraceElement[] stack) {
    return Stream.of(stack)
        .anyMatch(
            frame ->
                frame.getClassName().equals(Runtime.class.getName())
                    && frame.getMethodName().equals("exit"));
  }

  private static void report(Cell cell, Map.Entry<Thread, StackTraceElement[]> thread) {
    boolean acts = thread.getKey() instanceof ActorThread actor && actor.role() instanceof Part;
    String name =
        acts ? ((Part) ((ActorThread) thread.getKey()).role()).name() : thread.getKey().getName();
    StringBuilder text =
        new StringBuilder("lockjaw: thread ")
            .append(name)
            .append(" calls System.exit during ")
            .append(cell.id().text())
            .append(" and ends the JVM; weave its class to get a finding instead:");
    Stacks.trim(thread.getValue()).forEach(frame -> text.append("\n    at ").append(frame));
    new PrintStream(new FileOutputStream(FileDescriptor.err), true).println(text);
  }
}
