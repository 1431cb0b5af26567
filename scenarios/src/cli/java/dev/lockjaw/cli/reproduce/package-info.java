/**
 * The command {@code reproduce}: known bugs, of locks and of the corpus. Start with {@link
 * dev.lockjaw.cli.reproduce.ReproduceCommand}.
 */
package dev.lockjaw.cli.reproduce;
