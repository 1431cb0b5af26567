package dev.lockjaw.corpus;

import java.util.List;

/**
 * A link in the lineage of a bug: a version of the library, or a way to use it.
 *
 * @param label what it is called
 * @param artefact {@code group:artefact:version}, or null for the JDK that this runs on
 * @param setting what the driver is told, or null
 * @param buggy whether it has the bug
 * @param known how often the bug was seen when this entry was researched, in how many tries
 * @param note what this link of the lineage is; may be empty
 */
public record Release(
    String label, String artefact, String setting, boolean buggy, String known, String note) {

  static Release of(String artefact, boolean buggy, String known, String note) {
    String[] parts = artefact.split(":");
    return new Release(parts[1] + " " + parts[2], artefact, null, buggy, known, note);
  }

  static Release ofJdk(String label, String setting, boolean buggy, String known, String note) {
    return new Release(label, null, setting, buggy, known, note);
  }

  List<String> settings() {
    return setting == null ? List.of() : List.of(setting);
  }
}
