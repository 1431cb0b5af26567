package dev.lockjaw.stress;

import java.util.List;

/** A lock that knows who has it. */
interface Owned {
  /** Names of those who have it now. Any thread. */
  List<String> holders();
}
