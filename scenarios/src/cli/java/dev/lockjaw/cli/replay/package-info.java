/**
 * The command {@code replay}: one schedule again, in this JVM or in child JVMs. How a schedule is
 * followed belongs to {@code explore} and {@code campaign}. Start with {@link
 * dev.lockjaw.cli.replay.ReplayCommand}.
 */
package dev.lockjaw.cli.replay;
