package dev.lockjaw.cli.terminal;

/** How a user starts Lockjaw, for texts that name the next command. */
public final class Launcher {
  public static final String COMMAND = "scripts/lockjaw";

  private Launcher() {}
}
