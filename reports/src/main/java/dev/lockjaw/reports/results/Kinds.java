package dev.lockjaw.reports.results;

import dev.lockjaw.result.FindingKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of findings by name. */
public final class Kinds {
  private Kinds() {}

  public static Optional<FindingKind> named(String id) {
    return Arrays.stream(FindingKind.values()).filter(kind -> kind.id().equals(id)).findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(FindingKind.values()).map(FindingKind::id).toList();
  }
}
