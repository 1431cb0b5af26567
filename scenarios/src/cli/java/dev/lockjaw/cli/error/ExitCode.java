package dev.lockjaw.cli.error;

/** What the process ends with. */
public final class ExitCode {
  /** As expected. */
  public static final int OK = 0;

  /** A finding: one that was not expected, or in a replay any. */
  public static final int FINDING = 1;

  /** The command line can't be carried out. */
  public static final int USAGE = 2;

  /** The tool failed, or nothing was run. */
  public static final int FAILED = 3;

  /** 128 and the number of SIGINT, as shells have it. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
