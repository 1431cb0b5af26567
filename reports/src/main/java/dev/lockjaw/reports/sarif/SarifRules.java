package dev.lockjaw.reports.sarif;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockjaw.explain.Text;
import dev.lockjaw.result.FindingKind;

/** The rules: one for each kind of finding, whether it was found or not. */
final class SarifRules {
  private SarifRules() {}

  static void write(ArrayNode rules) {
    for (FindingKind kind : FindingKind.values()) {
      ObjectNode rule = rules.addObject();
      rule.put("id", kind.id());
      rule.put("name", name(kind));
      rule.putObject("shortDescription").put("text", sentence(kind.meaning()));
      rule.putObject("fullDescription").put("text", sentence(kind.meaning()));
      rule.putObject("help")
          .put(
              "text",
              sentence(kind.meaning())
                  + " The code flow is the interleaving that shows it; the token in the result's"
                  + " properties replays that: scripts/lockjaw replay TOKEN.");
      rule.putObject("defaultConfiguration").put("level", "error");
      rule.putObject("properties").putArray("tags").add("concurrency").add("tls");
    }
  }

  /** Such as {@code DoubleLock}. */
  private static String name(FindingKind kind) {
    StringBuilder name = new StringBuilder();
    for (String word : kind.id().split("-")) {
      name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    return name.toString();
  }

  static String sentence(String text) {
    String clean = Text.clean(text).strip();
    return Character.toUpperCase(clean.charAt(0))
        + clean.substring(1)
        + (clean.endsWith(".") ? "" : ".");
  }
}
