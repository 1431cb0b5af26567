package dev.lockjaw.reports.results;

import java.time.Instant;
import java.util.Map;

/**
 * What the results of a run begin with.
 *
 * @param lockjaw the version that ran
 * @param java the runtime's version and vendor
 * @param os its name, version and architecture
 * @param cores as many as the runtime may use
 * @param options of the run, by name: texts, numbers, booleans, and lists of those
 */
public record Header(
    String lockjaw,
    String java,
    String os,
    int cores,
    Instant started,
    Map<String, Object> options) {

  /** Of a run that begins now, in this process. */
  public static Header now(String lockjaw, Map<String, Object> options) {
    return new Header(
        lockjaw,
        property("java.runtime.version") + " (" + property("java.vendor") + ")",
        property("os.name") + " " + property("os.version") + " " + property("os.arch"),
        Runtime.getRuntime().availableProcessors(),
        Instant.now(),
        options);
  }

  /** This header, with other options. */
  public Header with(Map<String, Object> others) {
    return new Header(lockjaw, java, os, cores, started, others);
  }

  private static String property(String name) {
    return System.getProperty(name, "unknown");
  }
}
