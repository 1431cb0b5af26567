package dev.lockjaw.reports.results;

import java.time.Instant;

/**
 * The beginning of the results of a run.
 *
 * @param lockjaw the version that ran
 * @param java the runtime's version and vendor
 * @param os its name, version and architecture
 * @param cores the number of cores that the runtime may use
 */
public record Header(
    String lockjaw, String java, String os, int cores, Instant started, RunOptions options) {

  /** The header of a run that begins now in this process. */
  public static Header now(String lockjaw, RunOptions options) {
    return new Header(
        lockjaw,
        property("java.runtime.version") + " (" + property("java.vendor") + ")",
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Instant.now(),
        options);
  }

  /** This header, with other options. */
  public Header with(RunOptions others) {
    return new Header(lockjaw, java, os, cores, started, others);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
