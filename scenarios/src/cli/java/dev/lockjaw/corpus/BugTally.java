package dev.lockjaw.corpus;

/** The result of the attempts at one release. */
public record BugTally(Entry entry, Release release, Seen seen) {
  /** Whether the result agrees with the lineage. */
  public boolean asKnown() {
    return release.buggy() ? seen.bugs() > 0 : seen.bugs() == 0 && seen.fine() > 0;
  }

  /** Such as {@code 5 of 5 processes}. */
  public String count() {
    return seen.bugs() + " of " + seen.tries() + " " + entry.unit();
  }
}
