package dev.lockjaw.reports.baseline;

import dev.lockjaw.input.Near;
import dev.lockjaw.reports.results.Expected;
import dev.lockjaw.reports.results.Kinds;
import dev.lockjaw.result.CellId;
import dev.lockjaw.result.FindingKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads the text of a baseline. */
final class ExpectationsReader {
  static final String COVERS = "covers:";

  private final String name;
  private final Map<Expectations.Key, Expected> failures = new LinkedHashMap<>();
  private final Set<CellId> covered = new LinkedHashSet<>();
  private int number;

  /**
   * @param name of the baseline, for messages
   */
  ExpectationsReader(String name) {
    this.name = name;
  }

  Expectations read(String text) {
    for (String line : text.split("\\R")) {
      number++;
      String content = line.replaceFirst("#.*", "").strip();
      if (!content.isEmpty()) {
        String[] words = content.split("\\s+");
        if (words[0].equals(COVERS)) {
          cover(words);
        } else {
          fail(words);
        }
      }
    }
    return new Expectations(failures, Collections.unmodifiableSet(covered));
  }

  private void fail(String[] words) {
    if (words.length < 4) {
      throw malformed(
          "'"
              + String.join(" ", words)
              + "' is not a scenario, a strategy, transports and kinds of findings");
    }
    List<FindingKind> kinds = new ArrayList<>();
    for (String id : List.of(words).subList(3, words.length)) {
      kinds.add(Kinds.named(id).orElseThrow(() -> unknownKind(id)));
    }
    for (String transport : names(words[2])) {
      String[] parts = transport.split("/", 2);
      Expectations.Key key =
          new Expectations.Key(words[0], words[1], parts[0], parts.length > 1 ? parts[1] : null);
      if (failures.put(key, Expected.failure(kinds)) != null) {
        throw malformed(String.join("/", words[0], words[1], transport) + " has a line already");
      }
    }
  }

  private MalformedBaselineException unknownKind(String id) {
    List<String> known = Kinds.ids();
    String near = Near.clause(id, known);
    return malformed(
        "'"
            + id
            + "' is not a kind of finding"
            + (near.isEmpty() ? "; it is one of " + String.join(", ", known) : near));
  }

  private void cover(String[] words) {
    if (words.length != 5) {
      throw malformed(
          "'"
              + String.join(" ", words)
              + "' is not "
              + COVERS
              + " with a TLS version, scenarios, strategies and transports");
    }
    for (String scenario : names(words[2])) {
      for (String strategy : names(words[3])) {
        for (String transport : names(words[4])) {
          covered.add(new CellId(scenario, strategy, transport, words[1]));
        }
      }
    }
  }

  private List<String> names(String list) {
    List<String> names = List.of(list.split(",", -1));
    if (names.contains("")) {
      throw malformed("'" + list + "' has an empty name in it");
    }
    return names;
  }

  private MalformedBaselineException malformed(String what) {
    return new MalformedBaselineException(name + ", line " + number + ": " + what);
  }
}
