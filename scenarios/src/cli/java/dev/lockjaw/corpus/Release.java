package dev.lockjaw.corpus;

import java.util.List;

/**
 * A link in the lineage of a bug: a version of the library, or a way to use it.
 *
 * @param label its name in output
 * @param artefact {@code group:artefact:version}, or null for the JDK that runs this
 * @param setting the driver's argument, or null
 * @param buggy whether it has the bug
 * @param known how many of how many tries showed the bug when this entry was researched
 * @param note what this link is; may be empty
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
