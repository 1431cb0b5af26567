/** The command {@code replay}. Start with {@link dev.lockjaw.cli.replay.ReplayCommand}. */
package dev.lockjaw.cli.replay;
