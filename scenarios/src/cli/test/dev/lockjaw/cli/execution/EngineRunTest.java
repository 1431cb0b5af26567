package dev.lockjaw.cli.execution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.cli.FakeEngine;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.option.Engine;
import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.Verdict;
import dev.lockjaw.run.Registry;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever becomes of the JVM of an engine, no cell comes out as a pass that it did not report. */
class EngineRunTest {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir Path directory;

  private final AtomicBoolean late = new AtomicBoolean();

  @Test
  void whatItReportsIsTakenAsItIs() throws IOException {
    assertThat(run("one", "two"))
        .allMatch(result -> result.verdict() == Verdict.PASS)
        .extracting(result -> result.id().strategy())
        .containsExactly("one", "two");
  }

  @Test
  void whatItDiedBeforeIsAnError() throws IOException {
    errors(run("one", "dies", "two"), "it ended with exit code 7");
  }

  @Test
  void whatItLeftOutIsAnErrorThoughItEndedWell() throws IOException {
    errors(run("one", "leaves", "two"), "it ended with exit code 0");
  }

  /** However long the JVM takes to start: it becomes late when the first cell has been reported. */
  @Test
  void whatItHangsAtIsAnError() throws IOException {
    errors(
        run(jar(), result -> late.set(true), "one", "hangs", "two"),
        "it took too long and was stopped");
  }

  @Test
  void aFileThatCannotBeReadIsAnErrorAtEveryCell() throws IOException {
    List<CellResult> results = run("garbles", "one");
    assertThat(results).hasSize(2).allMatch(result -> result.verdict() == Verdict.ERROR);
  }

  @Test
  void anEngineThatDoesNotStartIsAnErrorAtEveryCell() throws IOException {
    Path jar = Files.writeString(directory.resolve("no.jar"), "no jar");
    assertThat(run(jar, result -> {}, "one"))
        .singleElement()
        .matches(result -> result.verdict() == Verdict.ERROR);
  }

  /** The first was reported; the others were not. */
  private static void errors(List<CellResult> results, String reason) {
    assertThat(results)
        .extracting(CellResult::verdict)
        .containsExactly(Verdict.PASS, Verdict.ERROR, Verdict.ERROR);
    assertThat(results.subList(1, 3))
        .allSatisfy(
            result ->
                assertThat(result.ending().text())
                    .startsWith("lincheck gave no result: it ")
                    .contains(reason)
                    .contains("log.txt"));
  }

  private List<CellResult> run(String... strategies) throws IOException {
    return run(jar(), result -> {}, strategies);
  }

  private List<CellResult> run(Path jar, Consumer<CellResult> taker, String... strategies) {
    Terminal terminal =
        new Terminal(
            new PrintWriter(Writer.nullWriter()),
            new PrintWriter(Writer.nullWriter()),
            80,
            false,
            false);
    Context context =
        new Context(
            Registry.load(getClass().getClassLoader()),
            List.of(),
            Expectations.NONE,
            folder -> new InThisJvm(),
            terminal,
            directory,
            new Interrupt(),
            ReplayLine.BARE);
    List<CellId> cells =
        Arrays.stream(strategies)
            .map(strategy -> new CellId("lincheck-duplex", strategy, "model", "no-tls"))
            .toList();
    List<CellResult> results = new ArrayList<>();
    new EngineRun(context, Engine.LINCHECK, jar, this::nanoTime)
        .run(cells, directory.resolve("out"), Duration.ZERO, LONG, taker.andThen(results::add));
    return results;
  }

  private long nanoTime() {
    return System.nanoTime() + (late.get() ? LONG.plusSeconds(1).toNanos() : 0);
  }

  /** One that holds nothing but a class path: that of this test. */
  private Path jar() throws IOException {
    Manifest manifest = new Manifest();
    Attributes main = manifest.getMainAttributes();
    main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    main.put(Attributes.Name.MAIN_CLASS, FakeEngine.class.getName());
    main.put(
        Attributes.Name.CLASS_PATH,
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toUri().toString())
            .collect(Collectors.joining(" ")));
    Path jar = directory.resolve("fake.jar");
    new JarOutputStream(Files.newOutputStream(jar), manifest).close();
    return jar;
  }
}
