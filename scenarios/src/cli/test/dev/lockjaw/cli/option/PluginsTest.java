package dev.lockjaw.cli.option;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.cli.Child;
import dev.lockjaw.cli.CommandRun;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.lock.LockStrategy;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.results.RunOptions;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Transport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plug-ins, compiled as users do, from folders and jars. */
class PluginsTest {
  private static final String STRATEGY =
      """
      package org.acme;
      import dev.lockjaw.lock.*;
      import dev.lockjaw.sync.*;
      public final class Big implements LockStrategy {
        public String id() { return "%s"; }
        public String description() { return "one big lock"; }
        public SessionGuard guard(Sync sync, String session, Runnable wake) {
          Mutex big = sync.once("big", () -> sync.mutex("BIG", true));
          return operation -> {
            big.lock();
            try { return operation.perform(); } finally { big.unlock(); }
          };
        }
      }
      """;

  private static final String ADAPTER =
      """
      package org.acme;
      import dev.lockjaw.adapter.*;
      import java.nio.ByteBuffer;
      public final class Acme implements SessionAdapter {
        public UserSession open(Opening with) {
          var tls = with.tls();
          return new UserSession() {
            public void send(byte[] data) throws Exception { tls.write(ByteBuffer.wrap(data)); }
            public void receive() throws Exception { tls.read(ByteBuffer.allocate(20000)); }
            public void free() throws Exception { tls.close(); }
          };
        }
      }
      """;

  @TempDir private Path directory;

  private Path plugin(String folder, Class<?> service, String name, String source)
      throws IOException {
    return new PluginFolder(directory).plugin(folder, service, name, source);
  }

  private void compile(Path out, String name, String source) throws IOException {
    new PluginFolder(directory).compile(out, name, source);
  }

  private Path jar(Path folder) throws IOException {
    return new PluginFolder(directory).jar(folder);
  }

  private Registry registry(Object... plugins) {
    List<String> args = new ArrayList<>(List.of("run"));
    for (Object plugin : plugins) {
      args.add("--plugin");
      args.add(plugin.toString());
    }
    return Plugins.of(directory, args.toArray(String[]::new)).registry();
  }

  private static List<String> ids(Registry registry) {
    return registry.strategies().stream().map(Locking::id).toList();
  }

  private void refused(Object plugin, String... parts) {
    assertThatThrownBy(() -> registry(plugin))
        .isInstanceOf(UsageException.class)
        .hasMessageNotContaining("\n")
        .satisfies(thrown -> assertThat(thrown.getMessage()).contains(parts));
  }

  @Test
  void strategiesAndSessionsAreFoundInFoldersAndJars() throws IOException {
    Path strategy = plugin("strategy", LockStrategy.class, "Big", STRATEGY.formatted("big"));
    Path adapter = jar(plugin("adapter", SessionAdapter.class, "Acme", ADAPTER));
    assertThat(ids(registry())).doesNotContain("big", "Acme");
    assertThat(ids(registry(strategy, adapter))).endsWith("Acme", "big");
    assertThat(ids(registry(strategy + "," + adapter))).endsWith("Acme", "big");
    assertThat(ids(Plugins.of(directory, "list", "--plugin=strategy").registry())).contains("big");
  }

  @Test
  void aPluginThatBringsNothingIsRefused() throws IOException {
    Path empty = Files.createDirectory(directory.resolve("empty"));
    refused(empty, "--plugin '", "empty' brings nothing to run", "META-INF/services");
    Path strategy = plugin("strategy", LockStrategy.class, "Big", STRATEGY.formatted("big"));
    assertThat(ids(registry(strategy, empty))).as("libraries of a plug-in").contains("big");
  }

  @Test
  void anAdapterOfWhichNothingRunsIsAnError() throws IOException {
    String misfit =
        ADAPTER.replace(
            "var tls = with.tls();",
            "var tls = with.tls(); if (tls.isOpen()) throw new MisfitException(\"no server\");");
    Path adapter = plugin("adapter", SessionAdapter.class, "Acme", misfit);
    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .with(registry(adapter))
            .run("run", "--scenario=write-write", "--strategy=Acme,plain", "--transport=jsse");
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.err())
        .contains("nothing was run of Acme: every cell was skipped, the first because no server");
  }

  @Test
  void anAdaptersOwnExceptionIsNamedAsThatOnce() throws IOException {
    String failing =
        ADAPTER.replace(
            "var tls = with.tls();",
            "var tls = with.tls(); if (tls.isOpen()) throw new ArithmeticException(\"my own\");");
    Path adapter = plugin("adapter", SessionAdapter.class, "Acme", failing);
    CommandRun.Outcome outcome =
        new CommandRun(directory)
            .with(registry(adapter))
            .run("run", "--scenario=write-write,write-free", "--strategy=Acme", "--transport=jsse");
    assertThat(outcome.code()).isEqualTo(ExitCode.FAILED);
    assertThat(outcome.out())
        .contains("Errors: the session adapter failed at these cells", "and 1 more cell")
        .containsOnlyOnce("my own")
        .doesNotContain("Lockjaw failed at these cells");
  }

  @Test
  void cellsOfAPluginAreRunAndExpectedToPass() throws IOException {
    Path strategy = plugin("strategy", LockStrategy.class, "Big", STRATEGY.formatted("big"));
    Path adapter = plugin("adapter", SessionAdapter.class, "Acme", ADAPTER);
    Registry registry = registry(strategy, adapter);
    CommandRun.Outcome fine =
        new CommandRun(directory)
            .with(registry)
            .run("run", "--scenario=write-write", "--strategy=big", "--transport=jsse");
    assertThat(fine.code()).as(fine.err()).isZero();
    CommandRun.Outcome wrong =
        new CommandRun(directory)
            .with(registry)
            .run("run", "--scenario=write-write", "--strategy=Acme", "--transport=jsse");
    assertThat(wrong.code()).isEqualTo(ExitCode.FINDING);
    assertThat(wrong.out()).contains("concurrent-entry in write-write/Acme/jsse");
  }

  @Test
  void commandsThatAFindingNamesTellOfThePluginAndTheMutexes() throws Exception {
    plugin("adapter", SessionAdapter.class, "Acme", ADAPTER);
    List<String> cell =
        List.of(
            "--plugin=adapter",
            "--mutex",
            "jvm",
            "--scenario=write-write",
            "--strategy=Acme",
            "--transport=jsse");

    CommandRun.Outcome explored = child(cell, "--out=explored");
    assertThat(explored.out().replaceAll("\\\\\n", " "))
        .containsPattern(
            "scripts/lockjaw replay +LJ1/write-write/Acme/jsse/\\S+ --plugin adapter --mutex"
                + " jvm\n");
    CommandRun.Outcome stressed =
        child(cell, "--out=stressed", "--mode", "stress", "--budget", "3s");
    assertThat(stressed.out())
        .contains(
            "run --scenario write-write --strategy Acme --transport jsse --plugin adapter"
                + " --mutex jvm\n");
  }

  @Test
  void commandsOfResultsReadLaterTellOfThePluginThatTheRunWasGiven() throws Exception {
    plugin("adapter", SessionAdapter.class, "Acme", ADAPTER);
    child(
        List.of("--plugin=adapter", "--scenario=write-write", "--strategy=Acme"),
        "--transport=jsse",
        "--out=explored");
    Pattern replay = Pattern.compile("replay LJ1/write-write/Acme/jsse/\\S+ --plugin adapter");
    assertThat(run("gate", "explored").out().replaceAll("\\\\\\s+", "")).containsPattern(replay);
    run("merge", "explored", "--out", "merged");
    assertThat(directory.resolve("merged/summary.md")).content().containsPattern(replay);
  }

  @Test
  void whatARunWasGivenIsReadFromTheHeaderOfItsResults() {
    assertThat(GivenOptions.ofRun(new RunOptions(Map.of("mutex", "jvm"))))
        .isEqualTo(ReplayLine.BARE);
    // of an older version
    assertThat(GivenOptions.ofRun(new RunOptions(Map.of()))).isEqualTo(ReplayLine.BARE);
    assertThat(
            GivenOptions.ofRun(
                    new RunOptions(Map.of("mutex", "pthread", "plugins", List.of("a.jar", "b"))))
                .options())
        .containsExactly("--plugin", "a.jar,b", "--mutex", "pthread");
  }

  private CommandRun.Outcome run(String... args) {
    return new CommandRun(directory).run(args);
  }

  private CommandRun.Outcome child(List<String> cell, String... more) throws Exception {
    List<String> args = new ArrayList<>(List.of("run"));
    args.addAll(cell);
    args.addAll(List.of(more));
    return new Child(directory).run(args.toArray(String[]::new));
  }

  @Test
  void clashOfNamesTellsBothAndWhereTheyAre() throws IOException {
    Path plain = plugin("plain", LockStrategy.class, "Big", STRATEGY.formatted("plain"));
    refused(
        plain,
        "two are named 'plain': the strategy dev.lockjaw.lock.PlainLock of the class path",
        "the strategy org.acme.Big of " + plain,
        "rename one");
  }

  @Test
  void nameThatNoTokenCouldHoldIsRefused() throws IOException {
    Path odd = plugin("odd", LockStrategy.class, "Big", STRATEGY.formatted("a/b"));
    refused(odd, "org.acme.Big of " + odd + " is named 'a/b'; a name is made of letters");
  }

  @Test
  void classThatIsMissingOrThrowsIsReported() throws IOException {
    Path missing = plugin("missing", Scenario.class, "Big", STRATEGY.formatted("x"));
    Files.writeString(
        missing.resolve("META-INF/services/" + Scenario.class.getName()), "org.acme.Gone\n");
    refused(missing, "a scenario can't be loaded: ", "Provider org.acme.Gone not found");
    Path throwing =
        plugin(
            "throwing",
            LockStrategy.class,
            "Big",
            STRATEGY
                .formatted("x")
                .replace(
                    "public String id",
                    "{ if (true) throw new RuntimeException(\"no key\"); }\n  public String id"));
    refused(throwing, "org.acme.Big of " + throwing + " can't be loaded", "no key");
  }

  @Test
  void classOfAnotherVersionIsReported() throws IOException {
    // built against an interface that has no id() yet
    Path out = Files.createDirectories(directory.resolve("old"));
    Path early = Files.createDirectories(directory.resolve("early"));
    compile(early, "LockStrategy", "package dev.lockjaw.lock; public interface LockStrategy {}");
    Path source = directory.resolve("src/Old.java");
    Files.writeString(
        source, "package org.acme; public class Old implements dev.lockjaw.lock.LockStrategy {}");
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(
                    null,
                    null,
                    null,
                    "-cp",
                    early.toString(),
                    "-d",
                    out.toString(),
                    source.toString()))
        .isZero();
    Path services = Files.createDirectories(out.resolve("META-INF/services"));
    Files.writeString(services.resolve(LockStrategy.class.getName()), "org.acme.Old\n");
    refused(
        out,
        "the strategy org.acme.Old of " + out + " can't be used",
        "AbstractMethodError",
        "; it was built for another version of Lockjaw or of Java");
  }

  @Test
  void classOfALaterJavaIsReported() throws IOException {
    Path late = plugin("late", Transport.class, "Big", STRATEGY.formatted("x"));
    Path file = late.resolve("org/acme/Big.class");
    byte[] code = Files.readAllBytes(file);
    code[7] = (byte) 200; // the major version
    Files.write(file, code);
    refused(late, "a transport can't be loaded", "UnsupportedClassVersionError", "of Java");
  }

  @Test
  void pathThatIsNotThereOrIsNoJarIsReported() throws IOException {
    refused("gone.jar", "--plugin 'gone.jar' does not exist; name jars or class folders");
    Files.writeString(directory.resolve("text.jar"), "no zip");
    refused("text.jar", "--plugin 'text.jar' is not a jar: ");
  }
}
