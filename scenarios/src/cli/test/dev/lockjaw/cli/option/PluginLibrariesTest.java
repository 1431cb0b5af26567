package dev.lockjaw.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.cli.Child;
import dev.lockjaw.cli.CommandRun;
import dev.lockjaw.lock.LockStrategy;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries of plug-ins, in other versions than those that Lockjaw brings. */
class PluginLibrariesTest {
  /** A library that Lockjaw itself uses, in a version of the user's. */
  private static final String LIBRARY =
      """
      package picocli;
      public final class CommandLine {
        public static boolean recursive() { return true; }
      }
      """;

  private static final String STRATEGY =
      """
      package org.acme;
      import dev.lockjaw.lock.*;
      import dev.lockjaw.sync.*;
      public final class Big implements LockStrategy {
        public String id() { return "big"; }
        public String description() { return "one lock"; }
        public SessionGuard guard(Sync sync, String session, Runnable wake) {
          Mutex mutex = sync.mutex("BIG", picocli.CommandLine.recursive());
          return operation -> {
            mutex.lock();
            try { return operation.perform(); } finally { mutex.unlock(); }
          };
        }
      }
      """;

  @TempDir private Path directory;

  private Path strategy() throws IOException {
    PluginFolder plugins = new PluginFolder(directory);
    Path out = Files.createDirectories(directory.resolve("plugin"));
    plugins.compile(out, "CommandLine", LIBRARY);
    return plugins.plugin("plugin", LockStrategy.class, "Big", STRATEGY);
  }

  private static Path jar(String name) throws IOException {
    String path =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Arrays.stream(path.split(File.pathSeparator))
        .map(Path::of)
        .filter(entry -> entry.getFileName().toString().startsWith(name))
        .findFirst()
        .orElseThrow();
  }

  private CommandRun.Outcome run(String... args) throws Exception {
    return new Child(directory).run(args);
  }

  @Test
  void aPluginSeesItsOwnVersionAndLockjawItsOwn() throws Exception {
    strategy();
    CommandRun.Outcome outcome =
        run("run", "--plugin=plugin", "--scenario=write-write", "--strategy=big,plain");
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
  }

  @Test
  void aLibraryThatIsMissingIsNamedWithItsCause() throws Exception {
    Path library = strategy().resolve("picocli/CommandLine.class");
    Files.delete(library); // Lockjaw's own has no such method
    CommandRun.Outcome outcome =
        run("run", "--plugin=plugin", "--scenario=write-write", "--strategy=big");
    assertThat(outcome.out())
        .contains("NoSuchMethodError", "recursive()")
        .doesNotContain("another version of Lockjaw");
  }

  @Test
  void transportsUseTheVersionThatAPluginBrings() throws Exception {
    Path folder = Files.createDirectory(directory.resolve("libraries"));
    Path mine = folder.resolve("mine.jar");
    Files.copy(jar("conscrypt-openjdk-uber"), mine);
    Plugins plugins = Plugins.of(directory, "doctor", "--plugin", "libraries");
    String doctor =
        new CommandRun(directory).with(plugins).inWorkers().width(400).run("doctor").out();
    assertThat(doctor)
        .containsPattern("uses \\d.*, " + mine)
        .containsPattern("uses \\d.*, .*/jna-[0-9.]+jar")
        .doesNotContain("conscrypt-openjdk-uber");
    CommandRun.Outcome outcome =
        run(
            "run",
            "--plugin=libraries",
            "--scenario=write-free",
            "--strategy=none,queue-drain",
            "--transport=conscrypt,jsse");
    assertThat(outcome.code()).as(outcome.out() + outcome.err()).isZero();
  }

  @Test
  void withoutPluginsTransportsUseTheVersionOfLockjaw() {
    assertThat(new CommandRun(directory).width(400).run("doctor").out())
        .contains("conscrypt-openjdk-uber")
        .containsPattern("uses \\d.*/bctls-");
  }
}
