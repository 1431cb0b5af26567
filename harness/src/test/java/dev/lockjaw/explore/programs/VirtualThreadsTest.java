package dev.lockjaw.explore.programs;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

/** Threads that JDK 21 brought. Their sources are compiled here, as the others are for JDK 17. */
@EnabledForJreRange(min = JRE.JAVA_21)
@Timeout(120)
class VirtualThreadsTest {
  @TempDir private Path folder;

  private List<String> outcomes(String name, String body) throws Exception {
    Path source = Files.createDirectories(folder.resolve("example")).resolve(name + ".java");
    Files.writeString(
        source,
        """
        package example;
        import java.util.concurrent.*;
        public final class %s implements dev.lockjaw.explore.programs.Parts {
          private int sum;
          @Override public void one() throws Exception {
            %s
          }
          @Override public void other() {}
          @Override public String outcome() { return "" + sum; }
        }
        """
            .formatted(name, body));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    String path = System.getProperty("java.class.path");
    assertThat(compiler.run(null, null, null, "-proc:none", "-cp", path, source.toString()))
        .isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      return List.copyOf(
          Outcomes.of(loader.loadClass("example." + name).asSubclass(Parts.class), 2, loader));
    }
  }

  @Test
  void virtualThreadsAreOfTheRun() throws Exception {
    assertThat(
            outcomes(
                "Started",
                """
                Thread first = Thread.startVirtualThread(() -> sum++);
                Thread second = Thread.ofVirtual().name("second").start(() -> sum++);
                first.join();
                second.join();
                """))
        .containsExactly("1", "2");
  }

  @Test
  void buildersAndFactoriesMakeThreadsOfTheRun() throws Exception {
    assertThat(
            outcomes(
                "Made",
                """
                Thread first = Thread.ofPlatform().daemon().start(() -> sum++);
                Thread second = Thread.ofVirtual().unstarted(() -> sum++);
                second.start();
                Thread third = Thread.ofVirtual().factory().newThread(() -> sum++);
                third.start();
                first.join();
                second.join();
                third.join();
                """))
        .containsExactly("1", "2", "3");
  }

  @Test
  void executorsOfVirtualThreadsCloseAfterTheirTasks() throws Exception {
    assertThat(
            outcomes(
                "Closed",
                """
                try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
                  all.submit(() -> sum++);
                  all.execute(() -> sum++);
                }
                try (ForkJoinPool pool = new ForkJoinPool(2)) {
                  pool.submit(() -> sum++);
                }
                try (ExecutorService all =
                    Executors.newThreadPerTaskExecutor(Thread.ofVirtual().factory())) {
                  all.submit(() -> sum++).get();
                }
                """))
        .containsExactly("3", "4");
  }
}
