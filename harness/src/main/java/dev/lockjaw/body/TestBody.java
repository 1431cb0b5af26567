package dev.lockjaw.body;

import dev.lockjaw.lock.TestCode;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Oracle;
import dev.lockjaw.run.Scenario;
import dev.lockjaw.run.Stage;
import dev.lockjaw.transport.Protocol;
import dev.lockjaw.weave.UnwovenException;
import dev.lockjaw.woven.OutsideThreads;
import java.util.List;

/**
 * Code of a test that starts its own threads, as a cell. Each run calls a copy of it, of woven
 * classes, on a thread named {@code body}.
 *
 * @param name of the test in findings and tokens
 * @param owner the simple name of its class
 * @param start what the copies are woven by
 */
public record TestBody(String name, String owner, BodyEntry entry, Start start) {
  /** The name of the thread that the code is called on. */
  public static final String THREAD = "body";

  /** The oracles that judge it: those that need nothing of Lockjaw's own sessions. */
  private static final List<Oracle> ORACLES = List.of(new EscapesOfBody());

  /**
   * Its cell.
   *
   * @throws UnwovenException if it cannot be copied, with the reason
   */
  public Cell cell() {
    OutsideThreads.drives(); // the constructors of the copy are woven
    entry.copy(start.loader());
    Cell cell =
        new Cell(new Body(this), new Owner(this), new NoStack(), Protocol.TLS_1_2)
            .judgedBy(ORACLES);
    start.settle(cell);
    return cell;
  }

  /** What its runs do. */
  private record Body(TestBody body) implements Scenario {
    @Override
    public String id() {
      return body.name;
    }

    @Override
    public String description() {
      return "the test " + body.name;
    }

    @Override
    public void arrange(Stage stage) {
      stage.actor(THREAD, () -> body.entry.copy(body.start.loader()).call(new Contexts()));
    }
  }

  /** Whose sessions they are. */
  private record Owner(TestBody body) implements TestCode {
    @Override
    public String id() {
      return body.owner;
    }

    @Override
    public String description() {
      return "the sessions of " + body.owner;
    }
  }
}
