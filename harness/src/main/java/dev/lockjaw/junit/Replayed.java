package dev.lockjaw.junit;

import dev.lockjaw.adapter.SessionAdapter;
import dev.lockjaw.campaign.SingleCell;
import dev.lockjaw.result.CellResult;
import dev.lockjaw.result.MalformedTokenException;
import dev.lockjaw.result.Token;
import dev.lockjaw.run.Cell;
import dev.lockjaw.run.Registry;
import java.io.IOException;
import org.opentest4j.TestAbortedException;

/** A schedule to be run again, on sessions of a test class. */
record Replayed(Token token, Registry registry) {
  static Replayed of(String text, Class<?> type) {
    try {
      return new Replayed(Token.parse(text), Registry.load(type.getClassLoader()));
    } catch (MalformedTokenException malformed) {
      throw Settings.wrong(malformed.getMessage());
    }
  }

  String name() {
    return "replay of " + token.cell().scenario() + " on " + token.cell().transport();
  }

  /**
   * @throws TestAbortedException if it is a schedule of other sessions
   */
  CellResult shownBy(SessionAdapter adapter) throws IOException {
    if (!adapter.id().equals(token.cell().strategy())) {
      throw new TestAbortedException(
          "the token is for " + token.cell().strategy() + ", not for " + adapter.id());
    }
    Weaving weaving = Weaving.of(adapter.getClass());
    SessionAdapter sessions = token.woven() ? weaving.copy(adapter) : adapter;
    if (token.woven() && sessions == adapter) {
      throw Settings.wrong(
          "the token "
              + token.text()
              + " is for woven classes, and nothing of "
              + adapter.getClass().getName()
              + " is woven: "
              + weaving.unwoven().orElseThrow());
    }
    Cell cell =
        new Cell(
                Settings.read(() -> Settings.scenarios(registry).named(token.cell().scenario())),
                sessions,
                Settings.read(() -> Settings.transports(registry).named(token.cell().transport())),
                Settings.protocol(token.cell().protocol()))
            .judgedBy(registry.oracles())
            .allowing(Settings.allowed(adapter.getClass()));
    return SingleCell.replay(cell, token);
  }
}
