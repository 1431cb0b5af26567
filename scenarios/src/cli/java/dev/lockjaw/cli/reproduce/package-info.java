/**
 * The command {@code reproduce}: known bugs, of locks and of the corpus. The bugs of the corpus and
 * their drivers are in {@code dev.lockjaw.corpus}; here they are run and reported. Start with
 * {@link dev.lockjaw.cli.reproduce.ReproduceCommand}.
 */
package dev.lockjaw.cli.reproduce;
