package dev.lockjaw.cli;

import dev.lockjaw.lock.Locking;
import dev.lockjaw.reports.Expectations;
import dev.lockjaw.run.InThisJvm;
import dev.lockjaw.run.Registry;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.transport.Transport;
import dev.lockjaw.worker.WorkerJvms;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs commands in this process, in a directory of the test's, and keeps what they print. */
final class CommandRun {
  private final Path directory;
  private Interrupt interrupt = new Interrupt();
  private Registry registry = Registry.load(CommandRun.class.getClassLoader());
  private Expectations expectations = Expectations.builtIn();
  private int width = 80;
  private Runners runners = folder -> new InThisJvm();
  private boolean colour;
  private boolean live;

  /**
   * What a command came to.
   *
   * @param out what it printed
   * @param err what it complained of, without the lines that tell every ten seconds how far it is:
   *     whether there are any is a matter of how fast the machine is
   */
  record Outcome(int code, String out, String err) {
    private static final Pattern PROGRESS =
        Pattern.compile("^\\d+ of \\d+ cells, \\d+ failing, .*\\R", Pattern.MULTILINE);

    Outcome {
      err = PROGRESS.matcher(err).replaceAll("");
    }

    List<String> lines() {
      return Stream.concat(out.lines(), err.lines()).toList();
    }
  }

  CommandRun(Path directory) {
    this.directory = directory;
  }

  CommandRun width(int columns) {
    width = columns;
    return this;
  }

  CommandRun colour() {
    colour = true;
    return this;
  }

  /** Cells are run in worker JVMs, as for users. */
  CommandRun inWorkers() {
    runners = WorkerJvms::new;
    return this;
  }

  /** Cells are stressed for so many iterations, whatever the budget. */
  CommandRun iterations(int most) {
    runners = folder -> new SoManyIterations(most);
    return this;
  }

  CommandRun live() {
    live = true;
    return this;
  }

  CommandRun expecting(Expectations expectations) {
    this.expectations = expectations;
    return this;
  }

  CommandRun with(Interrupt interrupt) {
    this.interrupt = interrupt;
    return this;
  }

  CommandRun with(Registry registry) {
    this.registry = registry;
    return this;
  }

  CommandRun with(Scenario scenario) {
    registry =
        new Registry(
            and(registry.scenarios(), scenario), registry.strategies(), registry.transports());
    return this;
  }

  CommandRun with(Locking strategy) {
    registry =
        new Registry(
            registry.scenarios(), and(registry.strategies(), strategy), registry.transports());
    return this;
  }

  CommandRun with(Transport transport) {
    registry =
        new Registry(
            registry.scenarios(), registry.strategies(), and(registry.transports(), transport));
    return this;
  }

  /** In place of the scenario of that id, one in which nothing happens. */
  CommandRun harmless(String id) {
    return replacing(new Odd(id, stage -> stage.actor("alone", () -> {})));
  }

  /** In place of the scenario of the same id. */
  CommandRun replacing(Scenario other) {
    registry =
        new Registry(
            registry.scenarios().stream()
                .map(scenario -> scenario.id().equals(other.id()) ? other : scenario)
                .toList(),
            registry.strategies(),
            registry.transports());
    return this;
  }

  private static <T> List<T> and(List<T> some, T another) {
    List<T> all = new ArrayList<>(some);
    all.add(another);
    return all;
  }

  Interrupt interrupt() {
    return interrupt;
  }

  Outcome run(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Terminal terminal =
        new Terminal(new PrintWriter(out), new PrintWriter(err), width, colour, live);
    Context context = new Context(registry, expectations, runners, terminal, directory, interrupt);
    int code = Commands.line(context).execute(args);
    terminal.out().flush();
    terminal.err().flush();
    return new Outcome(code, out.toString(), err.toString());
  }
}
