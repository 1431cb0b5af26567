package dev.lockjaw.cli.error;

/** Exit codes of the process. */
public final class ExitCode {
  /** As expected. */
  public static final int OK = 0;

  /** An unexpected finding, or in a replay any finding. */
  public static final int FINDING = 1;

  /** The command line is wrong. */
  public static final int USAGE = 2;

  /** Lockjaw failed, or nothing was run. */
  public static final int FAILED = 3;

  /** 128 plus the number of SIGINT, as in a shell. */
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
