package dev.lockjaw.explain;

import dev.lockjaw.result.CellResult;
import dev.lockjaw.transport.Protocol;

/** The command that explores one cell. */
final class ExploreLine {
  private ExploreLine() {}

  /** On one line. */
  static String text(CellResult result, ReplayLine replay) {
    return "scripts/lockjaw run --scenario "
        + ReplayLine.quoted(result.id().scenario())
        + " --strategy "
        + ReplayLine.quoted(result.id().strategy())
        + " --transport "
        + ReplayLine.quoted(result.id().transport())
        + (result.id().protocol().equals(Protocol.TLS_1_2.id())
            ? ""
            : " --protocol " + ReplayLine.quoted(result.id().protocol()))
        + replay.tail();
  }
}
