package dev.lockjaw.explain;

import dev.lockjaw.run.CellResult;
import dev.lockjaw.transport.Protocol;

/** The command that explores one cell. */
final class ExploreCommand {
  private ExploreCommand() {}

  /** On one line. */
  static String text(CellResult result) {
    return "scripts/lockjaw run --scenario "
        + ReplayCommand.quoted(result.scenario())
        + " --strategy "
        + ReplayCommand.quoted(result.strategy())
        + " --transport "
        + ReplayCommand.quoted(result.transport())
        + (result.protocol().equals(Protocol.TLS_1_2.id())
            ? ""
            : " --protocol " + ReplayCommand.quoted(result.protocol()))
        + ReplayCommand.options();
  }
}
