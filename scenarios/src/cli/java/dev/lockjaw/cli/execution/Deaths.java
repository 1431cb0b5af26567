package dev.lockjaw.cli.execution;

import dev.lockjaw.cli.error.ToolException;
import dev.lockjaw.cli.terminal.Interrupt;
import dev.lockjaw.cli.terminal.Listing;
import dev.lockjaw.cli.terminal.Terminal;
import dev.lockjaw.explain.Text;
import dev.lockjaw.process.Death;
import dev.lockjaw.process.WorkerJvms;
import dev.lockjaw.result.Schedule;
import dev.lockjaw.run.Cell;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;

/**
 * How often one schedule killed its process without the guard, and how.
 *
 * @param runs the number of runs, each in a JVM without an earlier fault
 * @param survived the number of runs that the process survived
 * @param ways the ways to die, with a count each
 */
public record Deaths(int runs, int survived, Map<String, Integer> ways) {

  /** Runs a schedule that many times, or until Ctrl-C. */
  public static Deaths of(
      WorkerJvms workers, Cell cell, Schedule schedule, int times, Interrupt interrupt) {
    Map<String, Integer> ways = new TreeMap<>();
    int runs = 0;
    int survived = 0;
    try {
      for (; runs < times && !interrupt.happened(); runs++) {
        Death death = workers.rerun(cell.letCrash(true), schedule).death();
        if (death == null) {
          survived++;
        } else {
          ways.merge(death.way(), 1, Integer::sum);
        }
      }
    } catch (IOException failed) {
      throw new ToolException("cannot replay " + cell.id().text() + ": " + failed.getMessage());
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return new Deaths(runs, survived, ways);
  }

  public int died() {
    return runs - survived;
  }

  public void print(Terminal terminal) {
    terminal.say(died() + " of " + Text.count(runs, "process", "processes") + " died of it.");
    Listing listing = new Listing();
    ways.forEach((way, count) -> listing.row(Integer.toString(count), way));
    listing.print(terminal);
  }
}
