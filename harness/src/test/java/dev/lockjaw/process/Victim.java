package dev.lockjaw.process;

import com.sun.jna.Function;
import com.sun.jna.Pointer;
import java.nio.file.Path;

/** A program that ends in the way its argument names. */
public final class Victim {
  private Victim() {}

  /** The ways to end. */
  enum End {
    EXIT,
    FAULT,
    DOUBLE_FREE,
    ABORT,
    NEVER
  }

  public static void main(String[] args) throws Exception {
    BlackBox box = new BlackBox(Path.of(args[0]));
    box.put(0, 42);
    box.append("last words");
    switch (End.valueOf(args[1])) {
      case EXIT -> {
        System.err.println("a word of farewell");
        System.exit(3);
      }
      case FAULT -> new Pointer(8).getInt(0);
      case DOUBLE_FREE -> {
        Pointer memory = (Pointer) call("malloc").invoke(Pointer.class, new Object[] {4096});
        call("free").invoke(new Object[] {memory});
        call("free").invoke(new Object[] {memory});
      }
      case ABORT -> call("abort").invoke(new Object[0]);
      case NEVER -> {
        Runtime.getRuntime().addShutdownHook(new Thread(Victim::never)); // ignores SIGTERM
        System.out.println("deaf");
        never();
      }
      default -> throw new IllegalArgumentException(args[1]);
    }
  }

  private static Function call(String name) {
    return Function.getFunction("c", name);
  }

  private static void never() {
    while (true) {
      try {
        Thread.sleep(1000);
      } catch (InterruptedException e) {
        // keeps waiting
      }
    }
  }
}
