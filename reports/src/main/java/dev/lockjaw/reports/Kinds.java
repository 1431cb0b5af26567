package dev.lockjaw.reports;

import dev.lockjaw.monitor.FindingKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of findings by name. */
final class Kinds {
  private Kinds() {}

  static Optional<FindingKind> named(String id) {
    return Arrays.stream(FindingKind.values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  static List<String> ids() {
    return Arrays.stream(FindingKind.values()).map(FindingKind::id).toList();
  }
}
