package dev.lockjaw.cli;

/** What the process ends with. */
final class ExitCode {
  /** As expected. */
  static final int OK = 0;

  /** A finding: one that was not expected, or in a replay any. */
  static final int FINDING = 1;

  /** The command line can't be carried out. */
  static final int USAGE = 2;

  /** The tool failed, or nothing was run. */
  static final int FAILED = 3;

  /** 128 and the number of SIGINT, as shells have it. */
  static final int INTERRUPTED = 130;

  private ExitCode() {}
}
