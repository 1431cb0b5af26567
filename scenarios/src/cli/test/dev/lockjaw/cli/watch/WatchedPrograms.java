package dev.lockjaw.cli.watch;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Small programs to watch, in C and in Java. */
final class WatchedPrograms {
  /** Two threads take two locks in both orders, one after the other. */
  static final String INVERTS =
      """
      #include <pthread.h>
      static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER;
      static pthread_barrier_t step;
      static void nest(pthread_mutex_t *outer, pthread_mutex_t *inner) {
        pthread_mutex_lock(outer);
        pthread_mutex_lock(inner);
        pthread_mutex_unlock(inner);
        pthread_mutex_unlock(outer);
      }
      static void *one(void *argument) {
        nest(&a, &b);
        pthread_barrier_wait(&step);
        pthread_barrier_wait(&step);
        return argument;
      }
      static void *other(void *argument) {
        pthread_barrier_wait(&step);
        nest(&b, &a);
        pthread_barrier_wait(&step);
        return argument;
      }
      int main(void) {
        pthread_t first, second;
        pthread_barrier_init(&step, NULL, 2);
        pthread_create(&first, NULL, one, NULL);
        pthread_create(&second, NULL, other, NULL);
        pthread_join(first, NULL);
        pthread_join(second, NULL);
        return 0;
      }
      """;

  /** The same in Java, once or until its input ends. */
  private static final String INVERTS_IN_JAVA =
      """
      import java.util.concurrent.CyclicBarrier;
      class Inverts {
        static final Object A = new Object();
        static final Object B = new Object();
        static final CyclicBarrier STEP = new CyclicBarrier(2);
        static boolean again;
        static void nest(Object outer, Object inner) {
          synchronized (outer) {
            synchronized (inner) {
              inner.hashCode();
            }
          }
        }
        static void runs(boolean first) {
          try {
            do {
              if (first) {
                nest(A, B);
              }
              STEP.await();
              if (!first) {
                nest(B, A);
              }
              STEP.await();
            } while (again);
          } catch (Exception failed) {
            throw new IllegalStateException(failed);
          }
        }
        public static void main(String[] arguments) throws Exception {
          again = arguments[0].equals("again");
          Thread one = new Thread(() -> runs(true));
          Thread other = new Thread(() -> runs(false));
          one.setDaemon(true);
          other.setDaemon(true);
          one.start();
          other.start();
          if (again) {
            System.out.println("runs");
            System.in.read();
          } else {
            one.join();
            other.join();
          }
        }
      }
      """;

  private WatchedPrograms() {}

  /** Compiles a C program, or skips the test. */
  static void compile(Path folder, String name, String source)
      throws IOException, InterruptedException {
    assumeTrue(compiles(folder, name, source, "cc"), "there is no C compiler");
  }

  /** Whether a C program can be compiled here. */
  static boolean compiles(
      Path folder, String name, String source, String compiler, String... options)
      throws IOException, InterruptedException {
    Files.writeString(folder.resolve(name + ".c"), source);
    List<String> command = new ArrayList<>(List.of(compiler, "-g", "-o", name, name + ".c"));
    command.addAll(List.of(options));
    command.add("-lpthread");
    try {
      return new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve(name + ".txt").toFile())
              .start()
              .waitFor()
          == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /** Starts the Java program. */
  static Process java(Path folder, String option, String mode) throws IOException {
    Path source = Files.writeString(folder.resolve("Inverts.java"), INVERTS_IN_JAVA);
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            option,
            "-XX:TieredStopAtLevel=1",
            source.toString(),
            mode)
        .directory(folder.toFile())
        .start();
  }
}
