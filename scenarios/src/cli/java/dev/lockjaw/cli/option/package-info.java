/**
 * Options that several commands share, and how their values are read. What a command does with them
 * belongs to the command; names and durations are read in {@code input}. Start with {@link
 * dev.lockjaw.cli.option.Selection}.
 */
package dev.lockjaw.cli.option;
