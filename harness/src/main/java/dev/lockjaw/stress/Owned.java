package dev.lockjaw.stress;

import java.util.List;

/** A lock that knows its holders. */
interface Owned {
  /** Names of the players that hold it now. Any thread. */
  List<String> holders();
}
