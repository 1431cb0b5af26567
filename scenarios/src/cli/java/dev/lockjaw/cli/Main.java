package dev.lockjaw.cli;

import dev.lockjaw.cli.context.Context;
import dev.lockjaw.cli.error.ExitCode;
import dev.lockjaw.cli.error.Failures;
import dev.lockjaw.cli.error.UsageException;
import dev.lockjaw.cli.option.GivenOptions;
import dev.lockjaw.cli.option.Plugins;
import dev.lockjaw.cli.terminal.ColourChoice;
import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.process.WorkerJvms;
import dev.lockjaw.reports.baseline.Expectations;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The command line. */
public final class Main {
  /** How long the JVM waits after Ctrl-C for running cells to end. */
  private static final int SECONDS_TO_WIND_UP = 20;

  private Main() {}

  public static void main(String[] args) {
    Terminal terminal = Terminal.ofProcess(ColourChoice.of(args), System.getenv());
    Interrupt interrupt = new Interrupt();
    CountDownLatch over = new CountDownLatch(1);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> windUp(terminal, interrupt, over)));
    int code = ExitCode.FAILED;
    try {
      Plugins plugins = Plugins.of(Path.of(""), args);
      plugins.unwoven().forEach(what -> terminal.complain("lockjaw: not woven: " + what));
      Context context =
          new Context(
              plugins.registry(),
              plugins.formats(),
              Expectations.builtIn(),
              folder -> new WorkerJvms(folder, Plugins.paths(Path.of(""), args)),
              terminal,
              Path.of(""),
              interrupt,
              GivenOptions.ofReplay(args));
      code = Commands.line(context).execute(args);
    } catch (UsageException wrong) {
      terminal.complain("lockjaw: " + wrong.getMessage());
      code = ExitCode.USAGE;
    } catch (Throwable failure) {
      terminal.err().println(Failures.unforeseen(failure, false, terminal.err()));
    }
    if (terminal.out().checkError() && code == ExitCode.OK) {
      terminal.complain("lockjaw: cannot write to standard output; the output above is incomplete");
      code = ExitCode.FAILED;
    }
    terminal.err().flush();
    over.countDown();
    System.exit(code);
  }

  /** The JVM ends with exit code 130 when this returns. */
  private static void windUp(Terminal terminal, Interrupt interrupt, CountDownLatch over) {
    if (over.getCount() == 0) {
      return;
    }
    interrupt.happen();
    try {
      if (!over.await(SECONDS_TO_WIND_UP, TimeUnit.SECONDS)) {
        terminal.err().println("lockjaw: stopped waiting for the running cells");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
