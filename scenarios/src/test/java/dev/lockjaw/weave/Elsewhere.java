package dev.lockjaw.weave;

/** Stands for a library that has threads of its own; it is never woven. */
public final class Elsewhere {
  private Elsewhere() {}

  /** Does something on a thread that no run knows, a little later. */
  public static void later(Runnable task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                Thread.sleep(2);
              } catch (InterruptedException impossible) {
                throw new IllegalStateException(impossible);
              }
              task.run();
            },
            "elsewhere");
    thread.setDaemon(true);
    thread.start();
  }
}
