/** The command {@code run}. Start with {@link dev.lockjaw.cli.run.RunCommand}. */
package dev.lockjaw.cli.run;
