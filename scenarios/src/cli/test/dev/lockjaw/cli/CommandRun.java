package dev.lockjaw.cli;

import dev.lockjaw.campaign.InThisJvm;
import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.context.Runners;
import dev.lockjaw.cli.option.Plugins;
import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.ReplayLine;
import dev.lockjaw.lock.Locking;
import dev.lockjaw.process.WorkerJvms;
import dev.lockjaw.reports.baseline.Expectations;
import dev.lockjaw.reports.format.ReportFormat;
import dev.lockjaw.reports.format.ReportFormats;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Transport;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs commands in this process, in a directory of the test's, and keeps what they print. */
public final class CommandRun {
  private final Path directory;
  private Interrupt interrupt = new Interrupt();
  private Registry registry = Registry.load(CommandRun.class.getClassLoader());
  private List<ReportFormat> formats = ReportFormats.load(CommandRun.class.getClassLoader());
  private Expectations expectations = Expectations.builtIn();
  private int width = 80;
  private Runners runners = folder -> new InThisJvm();
  private boolean colour;
  private boolean live;

  /**
   * What a command left.
   *
   * @param out what it printed
   * @param err its errors and warnings, without the progress lines of every ten seconds: their
   *     number depends on the speed of the machine
   */
  public record Outcome(int code, String out, String err) {
    private static final Pattern PROGRESS =
        Pattern.compile("^\\d+ of \\d+ cells, \\d+ failing, .*\\R", Pattern.MULTILINE);

    public Outcome {
      err = PROGRESS.matcher(err).replaceAll("");
    }

    public List<String> lines() {
      return Stream.concat(out.lines(), err.lines()).toList();
    }
  }

  public CommandRun(Path directory) {
    this.directory = directory;
  }

  public CommandRun width(int columns) {
    width = columns;
    return this;
  }

  public CommandRun colour() {
    colour = true;
    return this;
  }

  /** Cells are run in worker JVMs, as for users. */
  public CommandRun inWorkers() {
    runners = WorkerJvms::new;
    return this;
  }

  /** Cells are stressed for so many iterations, whatever the budget. */
  public CommandRun iterations(int most) {
    runners = folder -> new SoManyIterations(most);
    return this;
  }

  CommandRun live() {
    live = true;
    return this;
  }

  public CommandRun expecting(Expectations expectations) {
    this.expectations = expectations;
    return this;
  }

  public CommandRun with(Interrupt interrupt) {
    this.interrupt = interrupt;
    return this;
  }

  public CommandRun with(Registry registry) {
    this.registry = registry;
    return this;
  }

  public CommandRun with(Scenario scenario) {
    registry = registry.withScenarios(and(registry.scenarios(), scenario));
    return this;
  }

  public CommandRun with(Locking strategy) {
    registry = registry.withStrategies(and(registry.strategies(), strategy));
    return this;
  }

  public CommandRun with(Transport transport) {
    registry = registry.withTransports(and(registry.transports(), transport));
    return this;
  }

  public CommandRun with(Plugins plugins) {
    registry = plugins.registry();
    formats = plugins.formats();
    return this;
  }

  /** In place of the scenario of that id, one in which nothing happens. */
  public CommandRun harmless(String id) {
    return replacing(new Odd(id, stage -> stage.actor("alone", () -> {})));
  }

  /** In place of the scenario of the same id. */
  CommandRun replacing(Scenario other) {
    registry =
        registry.withScenarios(
            registry.scenarios().stream()
                .map(scenario -> scenario.id().equals(other.id()) ? other : scenario)
                .toList());
    return this;
  }

  private static <T> List<T> and(List<T> some, T another) {
    List<T> all = new ArrayList<>(some);
    all.add(another);
    return all;
  }

  public Interrupt interrupt() {
    return interrupt;
  }

  public Outcome run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), width, colour, live);
    Context context =
        new Context(
            registry,
            formats,
            expectations,
            runners,
            terminal,
            directory,
            interrupt,
            ReplayLine.BARE);
    int code = Commands.line(context).execute(args);
    terminal.out().flush();
    terminal.err().flush();
    return new Outcome(code, out.toString(), err.toString());
  }
}
